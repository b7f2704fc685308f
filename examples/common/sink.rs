//! Standard output, written a whole answer at a time, also where somebody interrupts.

use std::io::{self, Write};
use std::process;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::lines::complain;

/// How long an interruption waits for an answer that is being written.
const PATIENCE: Duration = Duration::from_secs(2);

/// Locked while an answer is written, so that no interruption cuts a line.
pub(crate) struct Sink {
    written: Arc<Mutex<usize>>,
    foot: &'static str,
}

impl Sink {
    /// Writes `head` at once, and `foot` at the end or where `program` is interrupted.
    pub(crate) fn open(program: &'static str, head: &str, foot: &'static str) -> io::Result<Self> {
        let sink = Self { written: Arc::default(), foot };
        let written = Arc::clone(&sink.written);
        ctrlc::set_handler(move || interrupted(program, &written, foot)).map_err(io::Error::other)?;
        sink.send(head.as_bytes(), 0)?;
        Ok(sink)
    }

    pub(crate) fn write(&self, answer: &[u8]) -> io::Result<()> {
        self.send(answer, 1)
    }

    pub(crate) fn close(self) -> io::Result<()> {
        self.send(self.foot.as_bytes(), 0)
    }

    fn send(&self, bytes: &[u8], answers: usize) -> io::Result<()> {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()?;
        *written += answers;
        Ok(())
    }
}

fn interrupted(program: &str, written: &Mutex<usize>, foot: &str) {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Ok(written) = written.try_lock() {
            // the run ends here whether or not this can be written
            let _ = io::stdout().write_all(foot.as_bytes()).and_then(|()| io::stdout().flush());
            complain(program, format_args!("interrupted after {written} texts, each of them written whole"));
            process::exit(130);
        }
        thread::sleep(Duration::from_millis(5));
    }
    complain(program, "interrupted while an answer was written");
    process::exit(130);
}
