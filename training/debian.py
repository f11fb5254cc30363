"""Debian packages as a source of recordings. They are downloaded and unpacked, but never installed."""
import glob
import os
import subprocess


def unpack(packages, folder):
    """Unpacks the `packages` that are missing in `folder`. Returns False without apt-get or network."""
    os.makedirs(folder, exist_ok=True)
    listing = os.path.join(folder, "unpacked.txt")
    if os.path.exists(listing):
        with open(listing, encoding="utf-8") as lines:
            there = lines.read().split()
        packages = [p for p in packages if p not in there]
    if not packages:
        return True
    try:
        subprocess.run(["apt-get", "download", *packages], cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    for package in glob.glob(os.path.join(folder, "*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
        os.remove(package)
    with open(listing, "a", encoding="utf-8") as out:
        out.writelines(f"{package}\n" for package in packages)
    return True
