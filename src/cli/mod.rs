//! The program `whosaid`, as a function.
//!
//! Behind the feature `cli`, whose crates nobody needs who only depends on the library. `input.rs` gives the texts,
//! `sink.rs` takes the answers, `batch.rs` reads many texts at a time; each command has a file or folder of its own and
//! knows no more of the crate than any caller.

mod batch;
mod draw;
mod engine;
mod evaluate;
mod explain;
mod input;
mod lines;
mod locate;
mod paint;
mod quotes;
mod sentences;
mod sink;
mod speakers;
mod tables;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

/// What the help of the program ends with.
const EXAMPLES: &str = "\
Examples:
  whosaid quotes article.txt                     who says what, as a table
  whosaid quotes --format html -o page.html *.txt    as a page for a browser
  whosaid quotes --format jsonl folder > quotes.jsonl
  whosaid speakers folder                        who is quoted how often
  whosaid locate \"We test it twice a year\" --by \"Ana Ruiz\" article.txt
  whosaid explain article.txt                    why each quote is read as it is

Exit codes: 0 all was read; 1 something could not be read, or a claim does not hold; 2 the command line is wrong;
130 interrupted.";

/// Says who said what in English texts.
#[derive(Debug, Parser)]
#[command(name = "whosaid", version, about, after_help = EXAMPLES)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Quotes(quotes::Arguments),
    Speakers(speakers::Arguments),
    Explain(explain::Arguments),
    Sentences(sentences::Arguments),
    Locate(locate::Arguments),
    Evaluate(evaluate::Arguments),
    /// Prints what a shell needs to complete the commands.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Prints the manual page.
    Man,
}

/// Runs the program with `arguments`, the first of which is its name, and tells how it ended.
///
/// ```
/// assert_eq!(whosaid::cli::run(["whosaid", "sentences", "examples/article.txt", "-o", "/dev/null"]), 0.into());
/// ```
pub fn run<I>(arguments: I) -> ExitCode
where
    I: IntoIterator<Item: Into<OsString> + Clone>,
{
    let program = match Program::try_parse_from(arguments) {
        Ok(program) => program,
        Err(told) => {
            let _ = told.print();
            return ExitCode::from(u8::try_from(told.exit_code()).unwrap_or(2));
        }
    };
    let done = match &program.command {
        Command::Quotes(arguments) => quotes::run(arguments),
        Command::Speakers(arguments) => speakers::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Sentences(arguments) => sentences::run(arguments),
        Command::Locate(arguments) => locate::run(arguments),
        Command::Evaluate(arguments) => evaluate::run(arguments),
        Command::Completions { shell } => completions(*shell),
        Command::Man => man(),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // whoever read the output has seen enough
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            lines::complain(error);
            ExitCode::FAILURE
        }
    }
}

fn completions(shell: clap_complete::Shell) -> io::Result<bool> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Program::command(), "whosaid", &mut script);
    io::stdout().write_all(&script)?;
    Ok(true)
}

fn man() -> io::Result<bool> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Program::command()).render(&mut page)?;
    io::stdout().write_all(&page)?;
    Ok(true)
}
