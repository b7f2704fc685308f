//! Many texts: read ahead in batches, by threads of their own, given back in order.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;
use std::vec;

use pyo3::exceptions::{PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyIterator, PyString};
use whosaid::{Attributor, Scratch};

use crate::answer::Answer;
use crate::document::Document;
use crate::text::utf8;

/// A batch ends with the text that makes it so long, in bytes, or after so many texts.
const BATCH_BYTES: usize = 64 * 1024;
const BATCH_TEXTS: usize = 32;
/// So many batches wait or are read for each thread, so that none is idle while Python takes answers.
const AHEAD: usize = 2;
/// How often Python may look for an interrupt while it waits.
const PATIENCE: Duration = Duration::from_millis(50);

/// Texts on their way to a thread, and where their answers go.
struct Job {
    texts: Vec<String>,
    answers: Sender<Vec<Answer>>,
}

/// A batch whose answers are awaited.
struct Awaited {
    texts: Vec<Py<PyString>>,
    answers: Mutex<Receiver<Vec<Answer>>>,
}

/// The documents of many texts, in order.
#[pyclass(module = "whosaid")]
pub(crate) struct Documents {
    /// None once it is used up.
    source: Option<Py<PyIterator>>,
    /// What the source raised: told after the documents of the texts before.
    raised: Option<PyErr>,
    jobs: Sender<Job>,
    most: usize,
    awaited: VecDeque<Awaited>,
    ready: vec::IntoIter<(Answer, Py<PyString>)>,
}

impl Documents {
    pub(crate) fn new(
        attributor: &Attributor,
        texts: &Bound<'_, PyAny>,
        threads: Option<usize>,
    ) -> PyResult<Self> {
        if texts.is_instance_of::<PyString>() {
            return Err(PyTypeError::new_err("texts: give many texts; for one there is attribute()"));
        }
        let threads = match threads {
            Some(0) => return Err(PyValueError::new_err("threads: 0 read nothing; write 1 or more")),
            Some(threads) => threads,
            None => thread::available_parallelism().map_or(1, usize::from),
        };
        let source = texts.try_iter()?.unbind();
        let (jobs, waiting) = channel();
        let waiting = Arc::new(Mutex::new(waiting));
        for _ in 0..threads {
            let (attributor, waiting) = (attributor.clone(), Arc::clone(&waiting));
            thread::Builder::new().name("whosaid".to_owned()).spawn(move || work(&attributor, &waiting))?;
        }
        Ok(Self {
            source: Some(source),
            raised: None,
            jobs,
            most: threads * AHEAD,
            awaited: VecDeque::new(),
            ready: Vec::new().into_iter(),
        })
    }

    /// Sends batches until enough are on their way.
    fn fill(&mut self, py: Python<'_>) {
        while self.awaited.len() < self.most && self.source.is_some() {
            let mut batch = (Vec::new(), Vec::new());
            if let Err(error) = self.gather(py, &mut batch) {
                (self.source, self.raised) = (None, Some(error));
            }
            let (texts, words) = batch;
            if !texts.is_empty() {
                let (answers, expected) = channel();
                // the threads live as long as the sender
                let _ = self.jobs.send(Job { texts: words, answers });
                self.awaited.push_back(Awaited { texts, answers: Mutex::new(expected) });
            }
        }
    }

    /// Takes texts from the source, one batch at most.
    fn gather(&mut self, py: Python<'_>, batch: &mut (Vec<Py<PyString>>, Vec<String>)) -> PyResult<()> {
        let Some(source) = &self.source else { return Ok(()) };
        let mut source = source.bind(py).clone();
        let mut bytes = 0;
        while bytes < BATCH_BYTES && batch.0.len() < BATCH_TEXTS {
            let Some(text) = source.next().transpose()? else {
                self.source = None;
                break;
            };
            let text = text.cast_into::<PyString>()?;
            let words = utf8(&text)?;
            bytes += words.len();
            batch.0.push(text.unbind());
            batch.1.push(words);
        }
        Ok(())
    }
}

#[pymethods]
impl Documents {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&mut self, py: Python<'_>) -> PyResult<Option<Document>> {
        loop {
            if let Some((answer, text)) = self.ready.next() {
                return Ok(Some(Document::new(answer, text)));
            }
            self.fill(py);
            let Some(awaited) = self.awaited.front() else {
                return self.raised.take().map_or(Ok(None), Err);
            };
            let answers = wait(py, &awaited.answers)?;
            let texts = self.awaited.pop_front().map(|awaited| awaited.texts).unwrap_or_default();
            self.ready = answers.into_iter().zip(texts).collect::<Vec<_>>().into_iter();
            self.fill(py);
        }
    }
}

/// The answers of a batch, without the interpreter's lock, but for a look at interrupts now and then.
fn wait(py: Python<'_>, answers: &Mutex<Receiver<Vec<Answer>>>) -> PyResult<Vec<Answer>> {
    let receive = || match answers.lock() {
        Ok(answers) => answers.recv_timeout(PATIENCE),
        Err(_) => Err(RecvTimeoutError::Disconnected),
    };
    loop {
        match py.detach(receive) {
            Ok(received) => return Ok(received),
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(PyRuntimeError::new_err("a thread that read texts has ended"));
            }
        }
    }
}

/// Reads batches until there are no more.
fn work(attributor: &Attributor, waiting: &Mutex<Receiver<Job>>) {
    let mut scratch = Scratch::default();
    loop {
        let job = waiting.lock().map(|waiting| waiting.recv());
        let Ok(Ok(Job { texts, answers })) = job else { return };
        let read = |text| Answer::new(text, |text| attributor.attribute_with(&mut scratch, text));
        // nobody may wait any more
        let _ = answers.send(texts.into_iter().map(read).collect());
    }
}
