"""Debian's packages as a source of recordings: downloaded and unpacked, never installed."""
import glob
import os
import subprocess


def unpack(packages, folder):
    """Unpacks `packages` into `folder`, once. False where there is no apt-get or no network."""
    done = os.path.join(folder, "complete")
    if os.path.exists(done):
        return True
    os.makedirs(folder, exist_ok=True)
    try:
        subprocess.run(["apt-get", "download", *packages], cwd=folder, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    for package in glob.glob(os.path.join(folder, "*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
        os.remove(package)
    open(done, "w").close()
    return True
