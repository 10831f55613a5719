# Vercel reads its rules before it builds, so those that the build writes are committed with the addresses.
openings build --output vercel-rules
python3 - <<'END'
import json
from pathlib import Path
site = json.loads(Path("vercel.json").read_text())
rules = json.loads(Path("vercel-rules/vercel.json").read_text())
site |= {"headers": rules["headers"], "redirects": rules["redirects"]}
Path("vercel.json").write_text(json.dumps(site, indent=2) + "\n")
END
git add vercel.json
