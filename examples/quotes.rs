//! Who said what in a text: `quotes [--input text|jsonl] [--format table|jsonl] [FILE…]`.

use std::io::{self, BufRead, BufWriter, Read, Write};
use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use serde_json::{Value, json};
use whosaid::{Attributor, Document, Genre, QuoteKind, Span};

#[derive(Clone, Copy, ValueEnum)]
enum Input {
    Text,
    Jsonl,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Table,
    Jsonl,
}

#[derive(Clone, Copy, ValueEnum)]
enum GenreChoice {
    Auto,
    News,
    Fiction,
}

#[derive(Parser)]
struct Options {
    #[arg(long, value_enum, default_value = "text")]
    input: Input,
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    #[arg(long, value_enum, default_value = "auto")]
    genre: GenreChoice,
    files: Vec<PathBuf>,
}

fn main() -> io::Result<()> {
    let options = Options::parse();
    let builder = match options.genre {
        GenreChoice::Auto => Attributor::builder(),
        GenreChoice::News => Attributor::builder().genre(Genre::News),
        GenreChoice::Fiction => Attributor::builder().genre(Genre::Fiction),
    };
    let attributor = builder.build();
    let mut out = BufWriter::new(io::stdout().lock());
    if options.files.is_empty() {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        return read(&attributor, &options, "stdin", &text, &mut out);
    }
    for file in &options.files {
        let text = std::fs::read_to_string(file)?;
        read(&attributor, &options, &file.display().to_string(), &text, &mut out)?;
    }
    Ok(())
}

fn read(
    attributor: &Attributor,
    options: &Options,
    name: &str,
    text: &str,
    out: &mut impl Write,
) -> io::Result<()> {
    match options.input {
        Input::Text => print(&attributor.attribute(text), name, options, out),
        Input::Jsonl => {
            for line in text.as_bytes().lines() {
                let value: Value = serde_json::from_str(&line?)?;
                let (id, text) = (value["id"].as_str().unwrap_or(""), value["text"].as_str().unwrap_or(""));
                print(&attributor.attribute(text), id, options, out)?;
            }
            Ok(())
        }
    }
}

fn print(document: &Document<'_>, id: &str, options: &Options, out: &mut impl Write) -> io::Result<()> {
    let span = |span: Span| json!([span.start(), span.end()]);
    match options.format {
        Format::Jsonl => {
            let quotes: Vec<Value> = document
                .quotes()
                .iter()
                .map(|quote| {
                    json!({
                        "kind": match quote.kind() { QuoteKind::Direct => "direct", QuoteKind::Mixed => "mixed", _ => "indirect" },
                        "content": quote.content().iter().map(|content| span(*content)).collect::<Vec<_>>(),
                        "source": quote.source().map(|source| span(source.span())),
                        "cue": quote.cue().map(span),
                        "speaker": document.speaker_name(quote),
                        "rule": quote.rule().name(),
                        "confidence": quote.confidence(),
                    })
                })
                .collect();
            let rest: Vec<Value> =
                document.unattributed().iter().map(|quoted| json!({"span": span(quoted.span())})).collect();
            writeln!(out, "{}", json!({"id": id, "quotes": quotes, "unattributed": rest}))
        }
        Format::Table => {
            for quote in document.quotes() {
                let source = quote.source().map_or("?", |source| &document.text()[source.span()]);
                let words: Vec<&str> = document.texts(quote.content()).collect();
                writeln!(out, "{source}\t{}\t{}", quote.rule(), words.join(" … "))?;
            }
            Ok(())
        }
    }
}
