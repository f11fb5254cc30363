"""The original's network, and a small form of it. A picture (B, channels, 99, 250), 0 to 1, becomes an embedding (B, E)."""
from torch import nn

HEIGHT, WIDTH = 99, 250
CHANNELS = dict(gray=1, magma=3)


def convolutions(channels):
    """Convolutions to 4, 8 and 8 channels, 3 x 3 with reflection padding, so that the size does not change; ReLU, then batch
    normalisation."""
    layers = []
    for before, after in ((channels, 4), (4, 8), (8, 8)):
        layers += [nn.ReflectionPad2d(1), nn.Conv2d(before, after, 3), nn.ReLU(), nn.BatchNorm2d(after)]
    return layers


class Original(nn.Module):
    """The original's network: 99 million weights, nearly all in the first fully connected layer."""

    def __init__(self, channels):
        super().__init__()
        self.layers = nn.Sequential(
            *convolutions(channels), nn.Flatten(), nn.Linear(8 * HEIGHT * WIDTH, 500), nn.ReLU(),
            nn.Linear(500, 500), nn.ReLU(), nn.Linear(500, 5))

    def forward(self, picture):
        return self.layers(picture)


class Small(nn.Module):
    """The same convolutions on a picture of a third of the size. Their output is averaged before smaller layers."""

    def __init__(self, channels, embedding=5, dropout=0.0):
        super().__init__()
        size = 8 * (HEIGHT // 3 // 2) * (WIDTH // 3 // 3)
        self.layers = nn.Sequential(
            nn.AvgPool2d(3), *convolutions(channels), nn.AvgPool2d((2, 3)), nn.Flatten(),
            nn.Dropout(dropout), nn.Linear(size, 200), nn.ReLU(), nn.Dropout(dropout), nn.Linear(200, 200), nn.ReLU(),
            nn.Linear(200, embedding))

    def forward(self, picture):
        return self.layers(picture)


NETWORKS = dict(original=Original, small=Small)


def weights_of(network):
    return sum(parameter.numel() for parameter in network.parameters())
