"""Property tests have no deadline here: what they wait for is a disk."""

from hypothesis import settings

settings.register_profile("store", deadline=None)
settings.load_profile("store")
