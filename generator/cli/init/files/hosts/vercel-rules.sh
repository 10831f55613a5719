# Vercel reads its rules before it builds, so those that the build writes are committed with the addresses.
openings build --output vercel-rules
python3 - <<'END'
import json
import os
from pathlib import Path
try:
    site = json.loads(Path("vercel.json").read_text())
    rules = json.loads(Path("vercel-rules/vercel.json").read_text())
except (OSError, ValueError) as error:
    # No file, no `vercel` in `hosts`, or a comment in it: the addresses are recorded all the same.
    mark = "::warning::" if "GITHUB_ACTIONS" in os.environ else "warning: "
    print(f"{mark}the rules of vercel.json stay as they are: {error}")
else:
    site |= {"headers": rules["headers"], "redirects": rules["redirects"]}
    Path("vercel.json").write_text(json.dumps(site, indent=2) + "\n")
END
if [ -f vercel.json ]; then
  git add vercel.json
fi
