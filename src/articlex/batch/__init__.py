"""Many pages: sources, workers, sinks, and the manifest that makes a run resumable."""
