"""Addresses of what people do here. None of them says what a page is about."""

from django.urls import path

from feedback.views import answering, beginning, ending, sent_file, words

app_name = "feedback"

urlpatterns = [
    path("say/<slug:code>/", beginning.who, name="who"),
    path("say/<slug:code>/voice/", beginning.voice, name="voice"),
    path("say/<slug:code>/agree/", beginning.agree, name="agree"),
    path("say/<slug:code>/no-thanks/", ending.no_thanks, name="no_thanks"),
    path("say/<slug:code>/<int:number>/", answering.question, name="question"),
    path("say/<slug:code>/file/<uuid:name>/", sent_file.sent_file, name="sent_file"),
    path("say/<slug:code>/check/", answering.check, name="check"),
    path("say/<slug:code>/thanks/", ending.thanks, name="thanks"),
    path("say/<slug:code>/stop/", ending.stop, name="stop"),
    path("say/<slug:code>/finished/", ending.finished, name="finished"),
    path("leave/", ending.leave, name="leave"),
    path("my-words/", words.my_words, name="my_words"),
    path("my-words/answers/", words.status, name="status"),
    path("my-words/delete/", words.delete, name="delete"),
    path("my-words/deleted/", words.deleted, name="deleted"),
]
