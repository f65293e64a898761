"""Questionnaires in and out as XLSForm, the spreadsheet that ODK and Kobo read.

Nothing is carried in silence: each way gives a report of what was changed and what could not be
carried. What XLSForm has no word for stands in one more column, "heard", which other tools pass
over; with it a questionnaire that went out comes back whole.

Source: the XLSForm specification, xlsform.org/en/, and pyxform, which reads it.
"""
