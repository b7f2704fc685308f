//! Where answers go, written a whole answer at a time, also where somebody interrupts.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::process;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::lines::complain;

/// How long an interruption waits for an answer that is being written.
const PATIENCE: Duration = Duration::from_secs(2);

struct Out {
    file: Option<File>,
    written: usize,
}

impl Out {
    fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.file {
            Some(file) => file.write_all(bytes),
            None => {
                let mut out = io::stdout().lock();
                out.write_all(bytes).and_then(|()| out.flush())
            }
        }
    }
}

/// Locked while an answer is written, so that no interruption cuts a line.
pub(super) struct Sink {
    out: Arc<Mutex<Out>>,
    foot: &'static str,
}

impl Sink {
    /// Writes `head` at once, and `foot` at the end or where the program is interrupted; to `path`, else to standard
    /// output.
    pub(super) fn open(path: Option<&Path>, head: &str, foot: &'static str) -> io::Result<Self> {
        let named = |error: io::Error, path: &Path| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        };
        let file = path.map(|path| File::create(path).map_err(|error| named(error, path))).transpose()?;
        let sink = Self { out: Arc::new(Mutex::new(Out { file, written: 0 })), foot };
        let out = Arc::clone(&sink.out);
        // a host that runs several commands has its handler already
        let _ = ctrlc::set_handler(move || interrupted(&out, foot));
        sink.lock().send(head.as_bytes())?;
        Ok(sink)
    }

    pub(super) fn write(&self, answer: &[u8]) -> io::Result<()> {
        let mut out = self.lock();
        out.send(answer)?;
        out.written += 1;
        Ok(())
    }

    pub(super) fn close(self) -> io::Result<()> {
        self.lock().send(self.foot.as_bytes())
    }

    fn lock(&self) -> MutexGuard<'_, Out> {
        self.out.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn interrupted(out: &Mutex<Out>, foot: &str) {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Ok(mut out) = out.try_lock() {
            // the run ends here whether or not this can be written
            let _ = out.send(foot.as_bytes());
            complain(format_args!("interrupted after {} texts, each of them written whole", out.written));
            process::exit(130);
        }
        thread::sleep(Duration::from_millis(5));
    }
    complain("interrupted while an answer was written");
    process::exit(130);
}
