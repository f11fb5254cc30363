"""RPi.GPIO without a Pi: what is done to a pin goes to a file, and the level of an input comes from one.

FAKE_PI names a folder. `log` gets a line of JSON for each call. The file `level-PIN` holds what is joined to the pin,
0 or 1; without the file nothing is, and the pull-up or pull-down decides.
"""
import json
import os
import threading
import time

BCM, IN, OUT, BOTH = 11, 1, 0, 33
PUD_OFF, PUD_DOWN, PUD_UP = 20, 21, 22
VERSION = '0.7.1'
RPI_INFO = {'TYPE': 'Fake Pi'}

FOLDER = os.environ['FAKE_PI']
POLL_SECONDS = 0.005
pulled = {}


def log(pin, call, value=None):
    line = json.dumps({'pin': pin, 'call': call, 'value': value}) + '\n'
    # Each pin has a process of its own; one write to a file opened for appending is never torn apart.
    file = os.open(os.path.join(FOLDER, 'log'), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, line.encode())
    os.close(file)


def setmode(_mode):
    pass


def setwarnings(_on):
    pass


def setup(pin, direction, pull_up_down=PUD_OFF):
    pulled[pin] = 1 if pull_up_down == PUD_UP else 0
    names = {PUD_OFF: 'in', PUD_DOWN: 'in, pulled down', PUD_UP: 'in, pulled up'}
    log(pin, 'setup', 'out' if direction == OUT else names[pull_up_down])


def output(pin, level):
    log(pin, 'output', level)


def level_of(pin):
    try:
        with open(os.path.join(FOLDER, 'level-%d' % pin)) as file:
            return int(file.read())
    except (FileNotFoundError, ValueError):
        return pulled[pin]


def input(pin):
    level = level_of(pin)
    log(pin, 'input', level)
    return level


def add_event_detect(pin, _edge, callback, bouncetime=0):
    """Calls back at an edge, and as the real one does for none within `bouncetime` ms of it."""
    def watch():
        level = level_of(pin)
        quiet_until = 0
        while True:
            time.sleep(POLL_SECONDS)
            now = level_of(pin)
            if now == level:
                continue
            level = now
            if time.monotonic() < quiet_until:
                continue
            quiet_until = time.monotonic() + bouncetime / 1000
            threading.Thread(target=callback, args=(pin,), daemon=True).start()
    threading.Thread(target=watch, daemon=True).start()
    log(pin, 'watch', bouncetime)


def cleanup(pin=None):
    log(pin, 'cleanup')


class PWM:
    def __init__(self, pin, hz):
        self.pin = pin
        log(pin, 'pwm', hz)

    def start(self, duty):
        log(self.pin, 'duty', duty)

    def ChangeDutyCycle(self, duty):
        log(self.pin, 'duty', duty)
