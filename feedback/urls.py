"""Addresses of what people do here. None of them says what a page is about."""

from django.urls import path

from feedback.views import (
    after,
    answering,
    apart,
    beginning,
    coming_in,
    ending,
    helping,
    printing,
    sent_file,
    words,
)

app_name = "feedback"

urlpatterns = [
    path("j/", coming_in.enter, name="enter"),
    path("j/<slug:typed>/", coming_in.enter, name="enter_with"),
    path("say/<slug:code>/", beginning.who, name="who"),
    path("say/<slug:code>/voice/", beginning.voice, name="voice"),
    path("say/<slug:code>/helper/", helping.helper, name="helper"),
    path("say/<slug:code>/own-view/", helping.own_view, name="own_view"),
    path("say/<slug:code>/agree/", beginning.agree, name="agree"),
    path("say/<slug:code>/no-thanks/", ending.no_thanks, name="no_thanks"),
    path("say/<slug:code>/<int:number>/", answering.question, name="question"),
    path("say/<slug:code>/file/<uuid:name>/", sent_file.sent_file, name="sent_file"),
    path("say/<slug:code>/check/", answering.check, name="check"),
    path("say/<slug:code>/about-you/", apart.about_you, name="about_you"),
    path("say/<slug:code>/thanks/", ending.thanks, name="thanks"),
    path("say/<slug:code>/after/", after.after, name="after"),
    path("say/<slug:code>/after/sent/", after.sent, name="after_sent"),
    path("say/<slug:code>/stop/", ending.stop, name="stop"),
    path("say/<slug:code>/finished/", ending.finished, name="finished"),
    path("c/<slug:code>/", printing.short, name="short"),
    path("paper/<slug:code>/", printing.forms, name="print"),
    path("paper/<slug:code>/poster/", printing.poster, name="poster"),
    path("paper/<slug:code>/poster/<slug:size>/", printing.poster_pdf, name="poster_pdf"),
    path("paper/<slug:code>/<slug:who>/", printing.form, name="paper"),
    path("paper/<slug:code>/<slug:who>/pdf/", printing.form_pdf, name="paper_pdf"),
    path("say/<slug:code>/next/", coming_in.next_person, name="next_person"),
    path("say/<slug:code>/code/", coming_in.another_code, name="another_code"),
    path("leave/", ending.leave, name="leave"),
    path("my-words/", words.my_words, name="my_words"),
    path("my-words/answers/", words.status, name="status"),
    path("my-words/delete/", words.delete, name="delete"),
    path("my-words/deleted/", words.deleted, name="deleted"),
]
