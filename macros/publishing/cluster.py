"""The only module that knows Dask: has editions built on this machine's processors, or on the workers of a cluster."""

import logging
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from itertools import islice

import dask
from distributed import Client, LocalCluster, as_completed
from distributed.client import Future
from distributed.comm import CommClosedError
from distributed.scheduler import KilledWorker

from macros.publishing import same_guide
from macros.publishing.edition_task import Built, build
from macros.publishing.parcel import Parcel

QUEUED = 1000
"""Editions that the scheduler has at a time; the others are packed when it is their turn."""

PATIENCE = 30
"""Seconds to wait for a scheduler, and for its first worker."""


class ClusterError(Exception):
    """Editions cannot be built there; says why, and what to do."""


@contextmanager
def on_this_machine(workers: int) -> Iterator[Client]:
    """Yield so many workers, a process each, which no other machine can reach."""
    dask.config.set({"distributed.worker.daemon": False})  # a daemon may start no process, and each build is one
    with (
        tempfile.TemporaryDirectory(prefix="editions-") as folder,
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            memory_limit=0,
            local_directory=folder,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster, set_as_default=False, direct_to_workers=True) as client,
    ):
        yield client


@contextmanager
def of_scheduler(address: str) -> Iterator[Client]:
    """Yield the workers of the scheduler at *address*, all of which have this guide. Raises ClusterError."""
    for name in ("distributed.client", "distributed.core", "distributed.scheduler"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False, direct_to_workers=True)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no scheduler answers at {address}: {error}") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            start = f"make editions-worker SCHEDULER={address}"
            raise ClusterError(f"the scheduler at {address} has no worker; start some with: {start}") from error
        _check(client)
        yield client


def _check(client: Client) -> None:
    """Refuse workers on which another guide is installed, or none."""
    here, problems = same_guide.installed(), []
    for worker, there in client.run(same_guide.installed, on_error="return").items():
        if isinstance(there, BaseException):
            problems.append(f"{worker} cannot say which guide it has ({there}); start it in the guide's folder")
        elif other := same_guide.difference(here, there):
            problems.append(f"{worker} has another guide: {other}; bring it to this version and start it again")
    if problems:
        raise ClusterError("\n".join(problems))


def built(client: Client, parcels: Iterable[Parcel]) -> Iterator[Built]:
    """Yield each edition when it is done, in whatever order; a worker that dies is no loss. Raises ClusterError."""
    warnings.filterwarnings("ignore", "Sending large graph")  # a clinic's video
    guide = same_guide.fingerprint(same_guide.installed())
    waiting, names = iter(parcels), {}

    def submitted(count: int) -> list[Future]:
        new = {client.submit(build, parcel, guide, pure=False): parcel.name for parcel in islice(waiting, count)}
        names.update({future.key: name for future, name in new.items()})
        return list(new)

    done = as_completed(submitted(QUEUED), loop=client.loop)
    for future in done:
        yield _result(future, names.pop(future.key))
        future.release()
        done.update(submitted(1))


def _result(future: Future, name: str) -> Built:
    try:
        result = future.result()
    except KilledWorker as error:
        dead = f"{error.last_worker.address}" if error.last_worker else "its worker"
        return Built(name, (f"{error.allowed_failures + 1} workers died while they built it, at last {dead}",))
    except (CancelledError, CommClosedError, TimeoutError) as error:
        raise ClusterError("the scheduler is gone; what was built is in place, so start it and build again") from error
    except Exception as error:  # noqa: BLE001 - a fault of one worker must not stop the others
        return Built(name, (f"{type(error).__name__}: {error}",))
    return result if isinstance(result, Built) else Built(name, (f"the worker answered {result!r}",))
