"""A client of PyPI's wyoming: asks a server for its voices and its ear, lets it speak, and lets it hear what it spoke.
Prints what came as JSON. Arguments: port, text, language."""
import asyncio
import json
import sys

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncTcpClient
from wyoming.error import Error
from wyoming.info import Describe, Info
from wyoming.ping import Ping, Pong
from wyoming.tts import Synthesize, SynthesizeVoice


async def main(port: int, text: str, language: str) -> dict:
    said = {}
    async with AsyncTcpClient("127.0.0.1", port) as client:
        await client.write_event(Describe().event())
        said["info"] = Info.from_event(await client.read_event()).to_dict()
        await client.write_event(Ping(text="here").event())
        said["pong"] = Pong.from_event(await client.read_event()).text

        await client.write_event(Synthesize(text=text, voice=SynthesizeVoice(language=language)).event())
        start = AudioStart.from_event(await client.read_event())
        chunks = []
        while AudioChunk.is_type((event := await client.read_event()).type):
            chunks.append(AudioChunk.from_event(event))
        said["milliseconds"] = AudioStop.from_event(event).timestamp
        said["bytes"] = sum(len(chunk.audio) for chunk in chunks)
        said["rate"] = start.rate

        await client.write_event(Transcribe(language=language).event())
        await client.write_event(start.event())
        for chunk in chunks:
            await client.write_event(chunk.event())
        await client.write_event(AudioStop().event())
        transcript = Transcript.from_event(await client.read_event())
        said["transcript"] = [transcript.text, transcript.language]
    async with AsyncTcpClient("127.0.0.1", port) as client:
        await client.write_event(Synthesize(text=text, voice=SynthesizeVoice(name="nobody")).event())
        said["error"] = Error.from_event(await client.read_event()).code
        said["after"] = await client.read_event()
    return said


print(json.dumps(asyncio.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3]))))
