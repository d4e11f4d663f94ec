"""A page that is asked without end fills neither memory nor the disk, and keeps what is used."""

import os
from types import SimpleNamespace

import numpy as np

from experiments.batch import Window
from experiments.explaining import kept
from experiments.explaining.kept import BLOCK, Kept

WINDOW = Window("last", 0, 52)


def plan(name):
    return SimpleNamespace(identity=name)


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def aged(folder, hours):
    for path in files(folder):
        told = path.stat()
        os.utime(path, (told.st_atime, told.st_mtime - 3600 * hours))


def test_memory_holds_no_more_than_its_limit_and_lets_go_of_what_was_asked_longest_ago(tmp_path):
    shelf = Kept(tmp_path / "no" / "folder", remembered=3)
    (tmp_path / "no").write_text("a file where the folder should be: nothing can be written")
    for replicate in range(3):
        shelf.keep(plan("a"), replicate, WINDOW, np.array([float(replicate)]))
    assert shelf.find(plan("a"), 0, WINDOW) == [0.0]  # asked for again: now the last to go
    shelf.keep(plan("a"), 3, WINDOW, np.array([3.0]))
    there = [shelf.find(plan("a"), replicate, WINDOW) is not None for replicate in range(4)]
    assert there == [True, False, True, True]


def test_what_memory_let_go_is_found_on_disk(tmp_path):
    shelf = Kept(tmp_path, remembered=1)
    for replicate in range(3):
        shelf.keep(plan("a"), replicate, WINDOW, np.array([float(replicate)]))
    assert [shelf.find(plan("a"), n, WINDOW)[0] for n in range(3)] == [0.0, 1.0, 2.0]


def test_the_disk_stays_under_its_limit_while_asking_goes_on(tmp_path):
    most = 20 * BLOCK
    shelf = Kept(tmp_path, on_disk=most)
    for replicate in range(100):
        shelf.keep(plan(f"world {replicate % 7}"), replicate, WINDOW, np.zeros(30))
    assert 10 <= len(files(tmp_path)) <= 22  # the limit, and what is written between two looks


def test_the_oldest_go_first_and_what_was_read_again_is_young(tmp_path):
    first = Kept(tmp_path)
    for replicate in range(4):
        first.keep(plan("old"), replicate, WINDOW, np.array([float(replicate)]))
    aged(tmp_path, hours=5)
    assert Kept(tmp_path).find(plan("old"), 2, WINDOW) == [2.0]
    for replicate in range(4):
        first.keep(plan("new"), replicate, WINDOW, np.array([9.0]))
    assert kept.clear(tmp_path, 7 * BLOCK) == 3
    later = Kept(tmp_path)
    assert [later.find(plan("old"), n, WINDOW) is None for n in range(4)] == [
        True, True, False, True,
    ]  # fmt: skip
    assert all(later.find(plan("new"), n, WINDOW) == [9.0] for n in range(4))


def test_a_folder_that_is_not_full_loses_nothing(tmp_path):
    shelf = Kept(tmp_path)
    shelf.keep(plan("a"), 0, WINDOW, np.array([1.0]))
    assert kept.clear(tmp_path, BLOCK) == 0
    assert len(files(tmp_path)) == 1
