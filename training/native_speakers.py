"""Native speakers with transcripts, and what each language is used for.

The head must learn how the encoder hears natives of a language whose natives it never heard, as Korean natives will be:
some languages are for the head alone. Others are for choosing alone, and stand for what Korean natives are to the model.
"""
import corpus
import prompts
import stamps

ROLES = {
    "encoder": ("en", "es", "fr", "stamp-es", "stamp-fr", "stamp-ca", "stamp-ro", "stamp-bg", "stamp-be"),
    "head": ("ru", "stamp-ru", "stamp-el"),
    "choice": ("it", "stamp-da"),
}
# The head's scale is calibrated on the first recordings of `korean/zeroth`; the report measures on the others.
CALIBRATION_SENTENCES = 5


def recordings(work, sizes):
    """Rows with id, path, text, language, voice and role."""
    rows = prompts.recordings(work, sizes["prompts"]) + stamps.recordings(work, sizes["stamps"], sizes["stamps_of_each"])
    role_of = {language: role for role, languages in ROLES.items() for language in languages}
    return [dict(row, role=role_of[row["language"]]) for row in rows[::sizes["one_native_in"]]]


def korean_readers():
    """Rows as those of `recordings`, for the calibration of the head."""
    rows = [row for row in corpus.table("korean") if row["file"].startswith("zeroth/")][:CALIBRATION_SENTENCES]
    return [dict(id=f"korean/{row['file']}", path=row["path"], text=row["text"], language="zeroth", voice="ko",
                 role="calibration") for row in rows]
