"""The real pages on the made-up model."""

from tests.ui.fake import FakeProvider
from ui import provider
from ui.pages import routes

provider.use(FakeProvider())

__all__ = ["routes"]
