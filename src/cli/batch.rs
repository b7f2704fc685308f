//! Many texts read at a time, their answers in order.

use std::io;

use clap::Args;
use rayon::prelude::*;

use super::input::{Reading, Text, Texts};
use super::lines::{Fault, complain};
use crate::Scratch;

/// Texts are read, and their answers written, in batches: no more than two are in memory at a time.
const BATCH_BYTES: usize = 8 << 20;
const BATCH_TEXTS: usize = 512;
/// Threads beyond this cost more than they give.
const MOST_JOBS: usize = 256;

#[derive(Debug, Args)]
pub(super) struct Jobs {
    /// Read so many texts at a time; as many as there are processors where this is left out.
    #[arg(short, long, value_name = "NUMBER", default_value_t = 0, hide_default_value = true)]
    jobs: usize,
}

/// Asks `read` for an answer to each text, and gives them in the order of the texts to `write`. Tells whether all texts
/// could be read.
pub(super) fn answer<A: Send>(
    reading: &Reading,
    jobs: &Jobs,
    read: impl Fn(&mut Scratch, &Text) -> A + Sync,
    mut write: impl FnMut(&Text, A) -> io::Result<()> + Send,
) -> io::Result<bool> {
    let threads = jobs.jobs.min(MOST_JOBS);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)?;
    let mut texts = Texts::of(reading);
    let mut whole = true;
    let mut batch = next_batch(&mut texts);
    while !batch.is_empty() {
        let answers = || -> Vec<Option<A>> {
            let answer =
                |scratch: &mut Scratch, text: &Result<Text, Fault>| Some(read(scratch, text.as_ref().ok()?));
            batch.par_iter().map_init(Scratch::default, answer).collect()
        };
        let (answers, next) = pool.install(|| rayon::join(answers, || next_batch(&mut texts)));
        for (text, answer) in batch.iter().zip(answers) {
            match (text, answer) {
                (Ok(text), Some(answer)) => write(text, answer)?,
                (Ok(_), None) => {}
                (Err(fault), _) => {
                    whole = false;
                    complain(fault);
                }
            }
        }
        batch = next;
    }
    Ok(whole)
}

fn next_batch(texts: &mut Texts) -> Vec<Result<Text, Fault>> {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while bytes < BATCH_BYTES && batch.len() < BATCH_TEXTS {
        let Some(text) = texts.next() else { break };
        bytes += text.as_ref().map_or(0, |text| text.text.len());
        batch.push(text);
    }
    batch
}
