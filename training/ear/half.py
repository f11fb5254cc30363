"""Weights stored in 16 bits."""
import numpy as np
from onnx import TensorProto, helper, numpy_helper

# Smaller ones cost nothing.
LEAST_STORED_HALF = 1000


def stored_in_half(model):
    """Large weights as float16, cast when the graph is loaded."""
    graph, casts = model.graph, []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if tensor.data_type == TensorProto.FLOAT and values.size >= LEAST_STORED_HALF:
            graph.initializer.remove(tensor)
            graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), tensor.name + "_half"))
            casts.append(helper.make_node("Cast", [tensor.name + "_half"], [tensor.name], to=TensorProto.FLOAT))
    for i, cast in enumerate(casts):
        graph.node.insert(i, cast)
    return model
