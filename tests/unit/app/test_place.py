"""Where a file lies, in words that are true."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from journeymapper.app.place import ICONS, UNTITLED, PlaceKind, Surroundings, place_of

LINUX = Surroundings(PurePosixPath("/home/mara"))
MAC = Surroundings(PurePosixPath("/Users/mara"))
WINDOWS = Surroundings(
    PureWindowsPath(r"C:\Users\mara"),
    {"OneDrive": r"C:\Users\mara\OneDrive", "OneDriveCommercial": r"D:\Work\Linden"},
    frozenset({"E:"}),
)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/home/mara/Maps/a.journey", "On this computer, folder Maps"),
        ("/home/mara/a.journey", "On this computer, your home folder"),
        ("/srv/a.journey", "On this computer, folder srv"),
        ("/a.journey", "On this computer, drive /"),
        ("/home/mara/Dropbox/a.journey", "In Dropbox"),
        ("/home/mara/Dropbox/Team/a.journey", "In Dropbox, folder Team"),
        ("/home/mara/Dropbox (Linden)/Team/a.journey", "In Dropbox, folder Team"),
        ("/home/mara/Dropboxes/Team/a.journey", "On this computer, folder Team"),
        ("/home/mara/Nextcloud/x/y/a.journey", "In Nextcloud, folder y"),
        ("/media/mara/BLUE/a.journey", "On stick BLUE"),
        ("/run/media/mara/BLUE/Clients/a.journey", "On stick BLUE, folder Clients"),
        ("/media/a.journey", "On this computer, folder media"),
    ],
)
def test_linux(path: str, words: str) -> None:
    assert str(place_of(PurePosixPath(path), LINUX).words) == words


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "/Users/mara/Library/Mobile Documents/com~apple~CloudDocs/Team/a.journey",
            "In iCloud, folder Team",
        ),
        ("/Users/mara/Library/CloudStorage/OneDrive-Linden/T/a.journey", "In OneDrive, folder T"),
        (
            "/Users/mara/Library/CloudStorage/GoogleDrive-m@x.org/T/a.journey",
            "In Google Drive, folder T",
        ),
        ("/Users/mara/Library/CloudStorage/a.journey", "On this computer, folder CloudStorage"),
        ("/Volumes/BLUE/a.journey", "On stick BLUE"),
        ("/Volumes/BLUE/Clients/a.journey", "On stick BLUE, folder Clients"),
    ],
)
def test_mac(path: str, words: str) -> None:
    assert str(place_of(PurePosixPath(path), MAC).words) == words


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (r"C:\Users\mara\Documents\a.journey", "On this computer, folder Documents"),
        (r"C:\Users\mara\OneDrive\Team\a.journey", "In OneDrive, folder Team"),
        (r"D:\Work\Linden\a.journey", "In OneDrive"),
        (r"D:\Other\a.journey", "On this computer, folder Other"),
        (r"E:\a.journey", "On stick E:"),
        (r"E:\Clients\a.journey", "On stick E:, folder Clients"),
        (r"D:\a.journey", "On this computer, drive D:\\"),
        (r"\\server\share\Maps\a.journey", "On the network, server, folder Maps"),
        (r"\\server\share\a.journey", "On the network, server"),
    ],
)
def test_windows(path: str, words: str) -> None:
    assert str(place_of(PureWindowsPath(path), WINDOWS).words) == words


def test_a_document_without_a_file_is_kept_safe() -> None:
    assert place_of(None, LINUX) == UNTITLED
    assert "kept safe" in str(UNTITLED.words)


def test_files_of_one_place_have_one_key() -> None:
    def key(path: str) -> str:
        return place_of(PurePosixPath(path), LINUX).key

    assert key("/home/mara/Maps/a") == key("/srv/b")
    assert key("/home/mara/Dropbox/a") != key("/home/mara/Maps/a")
    assert key("/media/mara/BLUE/a") != key("/media/mara/RED/a")


def test_every_kind_has_an_icon() -> None:
    assert set(ICONS) == set(PlaceKind)


def test_nothing_is_asked_of_the_disk() -> None:
    """A stick that is pulled out still has its words."""
    gone: PurePath = PurePosixPath("/media/mara/GONE/a.journey")
    assert place_of(gone, LINUX).kind == PlaceKind.STICK
