"""Makes the inputs of int8 layers even, without changing what the layers compute.

Some of the 512 numbers after a layer norm are far larger than the others, and the others lose precision beside them.
SmoothQuant (Xiao et al. 2023) divides each input by a factor and multiplies the weights by it. Here the layer norm's own
gain and offset tell how large an input is, so no recordings are needed.
"""
import numpy as np

# How much of an input's size moves into the weights; 0.5 and 0.85 gave larger errors.
SHARE = 0.7
SMALLEST = 1e-5
OUTPUT_NORM = "decoder/layer_norm"


def factors(weights, norm, matrix):
    """A factor for each input (in) of `matrix` (out, in), which follows the layer norm called `norm`. Geometric mean 1."""
    size = np.hypot(weights[f"{norm}/gamma"], weights[f"{norm}/beta"])
    power = SHARE * np.log(np.maximum(size, SMALLEST)) - (1 - SHARE) * np.log(np.maximum(np.abs(matrix).max(0), SMALLEST))
    return np.exp(power - power.mean()).astype(np.float32)


def smooth(weights):
    """The same network with even inputs: the blocks' layer norms divided by the factors, the layers after them multiplied.

    The two layer norms after the last blocks stay as they are, because their results are outputs of the graphs.
    """
    smoothed = dict(weights)
    for norm in _block_norms(weights):
        matrix = f"{norm.removesuffix('layer_norm')}linear_0/weight"
        factor = factors(weights, norm, weights[matrix])
        smoothed[f"{norm}/gamma"] = weights[f"{norm}/gamma"] / factor
        smoothed[f"{norm}/beta"] = weights[f"{norm}/beta"] / factor
        smoothed[matrix] = weights[matrix] * factor
    return smoothed


def _block_norms(weights):
    gains = [name.removesuffix("/gamma") for name in weights if name.endswith("/layer_norm/gamma")]
    return [norm for norm in gains if norm not in (OUTPUT_NORM, "encoder/layer_norm")]
