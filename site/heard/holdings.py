"""What the roof keeps: staff accounts, pictures and files. See consultations.holdings."""

from consultations.holdings import FOR_GOOD, Sensitivity, hold

_ACCOUNT = "As long as the account is open, and after that for as long as what it did is on record."

hold(
    "heard.User",
    "So that a member of staff can sign in, and is known by what they did.",
    fields="id first_name last_name email post is_active is_staff is_superuser date_joined",
    sensitivity=Sensitivity.STAFF,
    kept=_ACCOUNT,
)
hold(
    "heard.User",
    "So that only they can sign in.",
    fields="password last_login",
    sensitivity=Sensitivity.SECRET,
    kept=_ACCOUNT,
)
for _model, _fields in (
    ("User_groups", "id user group"),
    ("User_user_permissions", "id user permission"),
):
    hold(
        f"heard.{_model}",
        "To know who may do what.",
        fields=_fields,
        sensitivity=Sensitivity.STAFF,
        kept=_ACCOUNT,
    )
for _model, _fields in (
    ("HomePage", "page_ptr lede"),
    ("ContentPage", "page_ptr standard_text body"),
    (
        "HeardImage",
        "id collection title file description width height created_at focal_point_x focal_point_y "
        "focal_point_width focal_point_height file_size file_hash",
    ),
    ("HeardRendition", "id filter_spec file width height focal_point_key image"),
    ("HeardDocument", "id collection title file created_at file_size file_hash"),
):
    hold(
        f"heard.{_model}",
        "It is published by the council.",
        fields=_fields,
        sensitivity=Sensitivity.PUBLIC,
        kept=FOR_GOOD,
    )
for _model in ("HeardImage", "HeardDocument"):
    hold(
        f"heard.{_model}",
        "To know who put it there.",
        fields="uploaded_by_user",
        sensitivity=Sensitivity.STAFF,
        kept=FOR_GOOD,
    )
hold(
    "heard.PublicStamp",
    "To know whether something public has changed since a page was made.",
    fields="id pages frame",
    sensitivity=Sensitivity.WORKING,
    kept="Until the next change.",
)
