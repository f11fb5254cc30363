"""A Wyoming server that speaks with espeak-ng. Prints its port when it listens."""
import asyncio
import subprocess

from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.event import Event
from wyoming.info import Attribution, Describe, Info, TtsProgram, TtsVoice
from wyoming.server import AsyncEventHandler, AsyncTcpServer
from wyoming.tts import Synthesize

BY = Attribution(name="espeak-ng", url="https://github.com/espeak-ng/espeak-ng")
NAMED = dict(attribution=BY, installed=True, description="espeak-ng", version="1.51")
INFO = Info(tts=[TtsProgram(name="espeak-ng", voices=[TtsVoice(name="ko", languages=["ko"], **NAMED)], **NAMED)])


class Handler(AsyncEventHandler):
    async def handle_event(self, event: Event) -> bool:
        if Describe.is_type(event.type):
            await self.write_event(INFO.event())
        if Synthesize.is_type(event.type):
            wanted = Synthesize.from_event(event)
            command = ["espeak-ng", "-v", wanted.voice.name, "-z", "-b", "1", "--stdout", "--stdin"]
            spoken = subprocess.run(command, input=wanted.text.encode(), capture_output=True, check=True).stdout
            form = dict(rate=22050, width=2, channels=1)
            await self.write_event(AudioStart(**form).event())
            pcm = spoken[44:]
            for start in range(0, len(pcm), 2048):
                await self.write_event(AudioChunk(audio=pcm[start:start + 2048], **form).event())
            await self.write_event(AudioStop().event())
        return True


async def main() -> None:
    server = AsyncTcpServer("127.0.0.1", 0)
    await server.start(Handler)
    print(server._server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
