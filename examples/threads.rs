//! One attributor for many threads, documents that outlive their texts: `cargo run --example threads`.

use std::thread;

use whosaid::{Attributor, Document};

/// Documents with texts of their own, read by a thread each.
pub(crate) fn report(texts: &[String]) -> Vec<Document<'static>> {
    let attributor = Attributor::new();
    thread::scope(|scope| {
        let attributor = &attributor;
        let read = |text| scope.spawn(move || attributor.attribute(text).into_owned());
        let threads: Vec<_> = texts.iter().map(|text| read(text.as_str())).collect();
        threads.into_iter().map(|thread| thread.join().expect("a document")).collect()
    })
}

pub(crate) fn main() {
    let texts = ["“It rains,” said Ana Ruiz.", "“It pours,” said Tom Lee."].map(str::to_owned);
    for document in report(&texts) {
        for total in document.totals() {
            println!("{}: {} words", total.name().unwrap_or("?"), total.words());
        }
    }
}
