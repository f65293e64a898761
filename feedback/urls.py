"""Addresses of what people do here. None of them says what a page is about."""

from django.urls import path

from feedback.views import answering, words

app_name = "feedback"

urlpatterns = [
    path("say/<str:code>/", answering.who, name="who"),
    path("say/<str:code>/voice/", answering.voice, name="voice"),
    path("say/<str:code>/agree/", answering.agree, name="agree"),
    path("say/<str:code>/no-thanks/", answering.no_thanks, name="no_thanks"),
    path("say/<str:code>/<int:number>/", answering.question, name="question"),
    path("say/<str:code>/check/", answering.check, name="check"),
    path("say/<str:code>/thanks/", answering.thanks, name="thanks"),
    path("say/<str:code>/stop/", answering.stop, name="stop"),
    path("say/<str:code>/finished/", answering.finished, name="finished"),
    path("leave/", answering.leave, name="leave"),
    path("my-words/", words.my_words, name="my_words"),
    path("my-words/delete/", words.delete, name="delete"),
]
