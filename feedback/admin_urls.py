"""Addresses of the staff's screens of this room, below /admin/."""

from django.urls import path

from feedback.views import counting, reading, themes

urlpatterns = [
    path("reading/", reading.queue, name="feedback_reading"),
    path("reading/<uuid:pk>/", reading.text, name="feedback_text"),
    path("reading/<uuid:pk>/mark/", reading.mark, name="feedback_mark"),
    path("concerns/", reading.concerns, name="feedback_concerns"),
    path("concerns/<int:pk>/", reading.concern, name="feedback_concern"),
    path("themes/", themes.consultations, name="feedback_themes"),
    path("themes/<str:code>/", themes.workspace, name="feedback_workspace"),
    path("themes/<str:code>/findings/", themes.begin, name="feedback_begin_findings"),
    path("themes/<str:code>/new/", themes.new_theme, name="feedback_new_theme"),
    path("themes/<str:code>/text/<uuid:pk>/", themes.group, name="feedback_group"),
    path("themes/<str:code>/quote/<uuid:pk>/", themes.quote, name="feedback_quote"),
    path("themes/<str:code>/quotations/", themes.quotations, name="feedback_quotations"),
    path("numbers/<int:pk>/", themes.numbers, name="feedback_numbers"),
    path("how-many/<str:code>/", counting.how_many, name="feedback_how_many"),
]
