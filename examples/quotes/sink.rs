//! Standard output, written a whole answer at a time, also where somebody interrupts.

use std::io::{self, Write};
use std::process;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::html;

/// How long an interruption waits for an answer that is being written.
const PATIENCE: Duration = Duration::from_secs(2);

/// Locked while an answer is written, so that no interruption cuts a line.
pub(crate) struct Sink {
    written: Arc<Mutex<usize>>,
    page: bool,
}

impl Sink {
    pub(crate) fn open(page: bool) -> io::Result<Self> {
        let written = Arc::new(Mutex::new(0));
        let shared = Arc::clone(&written);
        ctrlc::set_handler(move || interrupted(&shared, page)).map_err(io::Error::other)?;
        if page {
            io::stdout().write_all(html::HEAD.as_bytes())?;
        }
        Ok(Self { written, page })
    }

    pub(crate) fn write(&self, answer: &[u8]) -> io::Result<()> {
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let mut out = io::stdout().lock();
        out.write_all(answer)?;
        out.flush()?;
        *written += 1;
        Ok(())
    }

    pub(crate) fn close(self) -> io::Result<()> {
        let _written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        if self.page {
            io::stdout().write_all(html::FOOT.as_bytes())?;
        }
        io::stdout().flush()
    }
}

fn interrupted(written: &Mutex<usize>, page: bool) {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Ok(written) = written.try_lock() {
            if page {
                // the run ends here whether or not this can be written
                let _ = io::stdout().write_all(html::FOOT.as_bytes());
            }
            eprintln!("quotes: interrupted after {written} texts, each of them written whole");
            process::exit(130);
        }
        thread::sleep(Duration::from_millis(5));
    }
    eprintln!("quotes: interrupted while an answer was written");
    process::exit(130);
}
