"""The page on the real model, at a port."""

import sys

from experiments.front.desk import Desk
from ui.provider import use
from ui.serve import serve

use(Desk())
serve("ui.pages", port=int(sys.argv[1]))
