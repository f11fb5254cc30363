"""Native speakers with transcripts, and the use of each language.

The encoder is trained on no Korean natives. The head must learn how natives of such a language look to the encoder, so some
languages are only for the head. Others are only for choosing: they show how well the model may work for Korean natives.
"""
import corpus
import prompts
import stamps

ROLES = {
    "encoder": ("en", "es", "fr", "stamp-es", "stamp-fr", "stamp-ca", "stamp-ro", "stamp-bg", "stamp-be"),
    "head": ("ru", "stamp-ru", "stamp-el"),
    "choice": ("it", "stamp-da"),
}
# The head's scale is calibrated on the first recordings of `korean/zeroth`. The report uses the others.
CALIBRATION_SENTENCES = 5


def recordings(work, sizes):
    """Rows with id, path, text, language, voice and role."""
    rows = prompts.recordings(work, sizes["prompts"]) + stamps.recordings(work, sizes["stamps"], sizes["stamps_of_each"])
    role_of = {language: role for role, languages in ROLES.items() for language in languages}
    return [dict(row, role=role_of[row["language"]]) for row in rows[::sizes["one_native_in"]]]


def korean_readers():
    """Rows like those of `recordings`, for the calibration of the head."""
    rows = [row for row in corpus.table("korean") if row["file"].startswith("zeroth/")][:CALIBRATION_SENTENCES]
    return [dict(id=f"korean/{row['file']}", path=row["path"], text=row["text"], language="zeroth", voice="ko",
                 role="calibration") for row in rows]
