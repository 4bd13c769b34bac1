"""What an installation does beside copying: it compiles the figures, which takes ten seconds once instead of in every new home."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileFigures(BuildHookInterface):  # type: ignore[type-arg]
    """Writes the SQL of every figure beside the code."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile with the ibis that is installed; built apart from it (build isolation), the first question compiles."""
        sys.path.insert(0, self.root)
        try:
            from pipelines.metrics.compiled import ship

            ship()
        except ModuleNotFoundError as missing:
            self.app.display_warning(
                f"figures are compiled when first asked for: {missing.name} is not here ({version})"
            )
            return
        finally:
            sys.path.remove(self.root)
        build_data["artifacts"].append("pipelines/metrics/sql/*.json")
