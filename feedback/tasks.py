"""Work that takes longer than a page may take. Each is a name around one action."""

from django_tasks import task

from feedback.actions.exporting import make_export


@task(backend="exports")
def export(job_id: str) -> None:
    """Make the file of an export. Only its number is in the queue."""
    make_export(job_id=job_id)
