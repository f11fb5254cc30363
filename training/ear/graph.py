"""Writes an ONNX graph node by node: standard operators of opset 15 only."""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 15
IR_VERSION = 8
FLOAT, INT64, INT32, INT8, UINT8 = (TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32, TensorProto.INT8,
                                    TensorProto.UINT8)


class Graph:
    """Collects nodes and initializers. Tensors are named by strings, as in ONNX."""

    def __init__(self, name):
        self.name = name
        self.nodes, self.initializers, self.inputs, self.outputs = [], [], [], []
        self._small = {}

    def input(self, name, kind, shape):
        """Declares an input; a string in `shape` is a free axis. Returns the name."""
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, name, kind, shape, tensor):
        """Makes `tensor` an output called `name`."""
        self.nodes.append(helper.make_node("Identity", [tensor], [name]))
        self.outputs.append(helper.make_tensor_value_info(name, kind, shape))

    def constant(self, value, dtype=np.float32):
        """An initializer. Equal single numbers and short lists are stored once."""
        array = np.ascontiguousarray(value, dtype)
        key = (array.dtype.str, array.shape, array.tobytes()) if array.size <= 8 else None
        if key in self._small:
            return self._small[key]
        name = f"constant{len(self.initializers)}"
        self.initializers.append(numpy_helper.from_array(array, name))
        if key:
            self._small[key] = name
        return name

    def half(self, value):
        """An initializer stored as float16 and used as float32: without loss, because Whisper's weights are float16."""
        return self.op("Cast", self.constant(value, np.float16), to=FLOAT)

    def integers(self, *values):
        """An initializer: a list of int64."""
        return self.constant(values, np.int64)

    def op(self, kind, *inputs, outputs=None, **attributes):
        """Adds a node. Returns its output, or a list of `outputs` of them."""
        names = [f"{kind}{len(self.nodes)}_{k}" for k in range(outputs or 1)]
        self.nodes.append(helper.make_node(kind, inputs, names, name=f"{kind}{len(self.nodes)}", **attributes))
        return names if outputs else names[0]

    def model(self):
        """The checked ONNX model."""
        graph = helper.make_graph(self.nodes, self.name, self.inputs, self.outputs, self.initializers)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
        onnx.checker.check_model(model)
        return model
