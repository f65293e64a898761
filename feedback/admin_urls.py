"""Addresses of the staff's screens of this room, below /admin/."""

from django.urls import path

from feedback.views import concerns, counting, numbers, opening, quotations, reading, themes

urlpatterns = [
    path("reading/", reading.queue, name="feedback_reading"),
    path("reading/<uuid:pk>/", reading.text, name="feedback_text"),
    path("reading/<uuid:pk>/mark/", reading.mark, name="feedback_mark"),
    path("reading/<uuid:pk>/back/", reading.put_back, name="feedback_put_back"),
    path("reading/<uuid:pk>/file/", opening.file, name="feedback_file"),
    path("reading/<uuid:pk>/freeze/", opening.freeze, name="feedback_freeze"),
    path("concerns/<int:pk>/file/", opening.sealed_file, name="feedback_sealed_file"),
    path("concerns/", concerns.concerns, name="feedback_concerns"),
    path("concerns/<int:pk>/", concerns.concern, name="feedback_concern"),
    path("concerns/<int:pk>/follow-up/", concerns.follow_up, name="feedback_follow_up"),
    path("themes/", themes.consultations, name="feedback_themes"),
    path("themes/<str:code>/", themes.workspace, name="feedback_workspace"),
    path("themes/<str:code>/findings/", themes.begin, name="feedback_begin_findings"),
    path("themes/<str:code>/new/", themes.new_theme, name="feedback_new_theme"),
    path("themes/<str:code>/theme/<uuid:pk>/", themes.theme, name="feedback_theme"),
    path("themes/<str:code>/texts/", themes.group, name="feedback_group"),
    path("themes/<str:code>/quote/<uuid:pk>/", quotations.quote, name="feedback_quote"),
    path("themes/<str:code>/quotations/", quotations.quotations, name="feedback_quotations"),
    path("themes/<str:code>/quotations/<uuid:pk>/", quotations.clear, name="feedback_clear"),
    path("themes/<str:code>/original/<uuid:pk>/", opening.original, name="feedback_original"),
    path("numbers/<int:pk>/", numbers.numbers, name="feedback_numbers"),
    path("how-many/<str:code>/", counting.how_many, name="feedback_how_many"),
]
