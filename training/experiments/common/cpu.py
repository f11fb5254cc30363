"""CPU time of this process and of the programs that it ran to their end."""
import os


def seconds():
    """CPU seconds since the process began, user and system, programs included."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system
