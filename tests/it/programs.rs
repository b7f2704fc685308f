//! The program as a user runs it: what it cannot read it names, and goes on; whoever stops reading or interrupts it
//! finds whole answers and no noise.
#![cfg(feature = "cli")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::thread;

/// Those that read any number of texts.
const READERS: [&str; 3] = ["quotes", "sentences", "explain"];

/// The program with a command.
fn program(name: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whosaid"));
    command.arg(name).env_remove("RUST_BACKTRACE").env("NO_COLOR", "1");
    command
}

/// An empty folder for the files of a test.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file for the test");
    path
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn answered(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("answers in UTF-8")
}

/// Texts that differ in length, so that threads finish them out of order.
fn line(number: usize) -> String {
    let text = "“It rains,” Ana Ruiz said. ".repeat(1 + number * 7 % 23);
    format!("{{\"id\":\"t{number}\",\"text\":\"{text}\"}}\n")
}

fn ids(answers: &str) -> Vec<String> {
    let id = |line| serde_json::from_str::<serde_json::Value>(line).expect("a whole object on each line");
    answers.lines().map(|line| id(line)["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_read() {
    let folder = folder("unreadable");
    let missing = folder.join("missing.txt");
    let empty = folder.join("empty");
    fs::create_dir(&empty).expect("a folder for the test");
    let latin = file(&folder, "latin.txt", b"The caf\xe9 is shut.");
    let good = file(&folder, "good.txt", "“It rains,” Ana Ruiz said.");
    for name in READERS {
        let output = program(name).args([&missing, &empty, &latin, &good]).output().expect(name);
        let told = told(&output);
        let told: Vec<&str> = told.lines().collect();
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told[0].starts_with(&format!("whosaid: {}: ", missing.display())), "{told:?}");
        let problem = "holds no *.txt, *.md, *.jsonl or *.ndjson; name the files";
        assert_eq!(told[1], format!("whosaid: {}: {problem}", empty.display()));
        let problem = "is not UTF-8: see byte 7; --encoding latin1 reads older files";
        assert_eq!(told[2], format!("whosaid: {}: {problem}", latin.display()));
        assert!(answered(&output).contains("“It rains,”"));
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn broken_lines_are_named_and_the_rest_is_read() {
    let folder = folder("lines");
    let lines: [&[u8]; 8] = [
        b"\xef\xbb\xbf{\"id\":\"first\",\"text\":\"It rains.\"}\r\n",
        b"{\"id\":\"b\",\"text\":\n",
        b"{\"id\":\"c\",\"text\":\"half a pair: \\ud83d\"}\n",
        b"{\"id\":\"d\",\"text\":\"caf\xe9\"}\n",
        b"{\"id\":5,\"text\":\"It rains.\"}\n",
        b"{\"id\":\"f\"}\n",
        b" \n",
        // no line break at the end
        b"{\"id\":\"last\",\"text\":\"It rains \\ud83d\\ude00.\"}",
    ];
    let file = file(&folder, "texts.jsonl", lines.concat());
    for name in READERS {
        let output = program(name).args(["--input", "jsonl"]).arg(&file).output().expect(name);
        let told = told(&output);
        assert_eq!(told.lines().count(), 5, "{told}");
        for (told, number) in told.lines().zip(2..) {
            assert!(told.starts_with(&format!("whosaid: {}, line {number}: ", file.display())), "{told}");
        }
        assert!(told.contains("line 2: EOF while parsing a value, column 17\n"), "{told}");
        assert_eq!(output.status.code(), Some(1));
    }
    let output = program("sentences")
        .args(["--input", "jsonl", "--format", "jsonl"])
        .arg(&file)
        .output()
        .expect("sentences");
    assert_eq!(ids(&answered(&output)), ["first", "last"]);
    let offsets = "{\"id\":\"last\",\"sentences\":[[0,14]]}\n";
    assert!(answered(&output).ends_with(offsets), "a pair of surrogates is a character of four bytes");
}

#[test]
fn broken_gold_is_named_and_the_rest_is_scored() {
    let folder = folder("gold");
    let gold = "{\"id\":\"a\",\"genre\":\"news\",\"text\":\"“No,” Ana Ruiz said.\",\"quotes\":[{\"id\":\"q\",\
                \"kind\":\"direct\",\"content\":[[0,9]],\"source\":[[10,18]],\"cue\":[[19,23]]}]}\n";
    let file = file(&folder, "gold.jsonl", format!("{{\"id\":\n{gold}"));
    let output = program("evaluate").arg(&file).output().expect("evaluate");
    assert!(told(&output).starts_with(&format!("whosaid: {}, line 1: ", file.display())), "{output:?}");
    assert!(answered(&output).contains("of 1"), "{output:?}");
    assert_eq!(output.status.code(), Some(1));
    let output = program("evaluate").arg(folder.join("missing")).output().expect("evaluate");
    assert!(told(&output).starts_with("whosaid: "), "{output:?}");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
}

#[test]
fn many_texts_are_answered_in_their_order() {
    let folder = folder("order");
    // more than two batches
    let lines: String = (0..1300).map(line).collect();
    let jsonl = file(&folder, "texts.jsonl", lines);
    let arguments = ["--input", "jsonl", "--format", "jsonl"];
    let output = program("quotes").args(arguments).arg(&jsonl).output().expect("quotes");
    let expected: Vec<String> = (0..1300).map(|number| format!("t{number}")).collect();
    assert_eq!(ids(&answered(&output)), expected);
    assert_eq!((output.status.code(), &*told(&output)), (Some(0), ""));

    let files: Vec<PathBuf> =
        (0..40).rev().map(|number| file(&folder, &format!("{number}.txt"), line(number))).collect();
    let output = program("quotes").args(["--format", "jsonl"]).args(&files).output().expect("quotes");
    let expected: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    assert_eq!(ids(&answered(&output)), expected);
}

/// A program that is fed texts until it ends.
fn fed(name: &str, arguments: &[&str]) -> Child {
    let mut command = program(name);
    command.args(["--input", "jsonl"]).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect(name);
    let mut input = child.stdin.take().expect("its input");
    thread::spawn(move || (0..).map_while(|number| input.write_all(line(number).as_bytes()).ok()).count());
    child
}

/// Its first line.
fn read_a_line(child: &mut Child) -> (String, BufReader<ChildStdout>) {
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    let mut line = String::new();
    output.read_line(&mut line).expect("a line");
    (line, output)
}

#[test]
fn a_closed_pipe_ends_them_without_a_word() {
    for name in READERS {
        let mut child = fed(name, &[]);
        drop(read_a_line(&mut child));
        let output = child.wait_with_output().expect(name);
        assert_eq!((output.status.code(), &*told(&output)), (Some(0), ""), "{name}");
    }
    let folder = folder("pipe");
    let gold = file(&folder, "gold.jsonl", line(0));
    let mut command = program("evaluate");
    let mut child =
        command.arg(gold).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("evaluate");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("evaluate");
    assert_eq!((output.status.code(), &*told(&output)), (Some(0), ""));
}

#[test]
fn complaints_that_nobody_hears_stop_nothing() {
    let folder = folder("deaf");
    let good = file(&folder, "good.txt", "“It rains,” Ana Ruiz said.");
    for name in READERS {
        let mut command = program(name);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).stdin(Stdio::piped());
        // the missing one comes last, after standard input, so that nobody listens by then
        let mut child = command.args([&good, Path::new("-"), &folder.join("missing")]).spawn().expect(name);
        drop(child.stderr.take());
        drop(child.stdin.take());
        let output = child.wait_with_output().expect(name);
        assert!(answered(&output).contains("“It rains,”"), "{name}");
        assert_eq!(output.status.code(), Some(1), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn an_interruption_cuts_no_answer() {
    for (name, arguments, signal) in [
        ("quotes", &["--format", "jsonl"][..], "-INT"),
        ("quotes", &["--format", "jsonl"], "-TERM"),
        ("quotes", &["--format", "html"], "-INT"),
        ("quotes", &["--format", "table"], "-INT"),
        ("sentences", &["--format", "jsonl"], "-INT"),
        ("explain", &[], "-INT"),
    ] {
        let mut child = fed(name, arguments);
        let (mut answers, mut output) = read_a_line(&mut child);
        let killed = Command::new("kill").args([signal, &child.id().to_string()]).status();
        assert!(killed.expect("kill").success());
        output.read_to_string(&mut answers).expect("the rest of its output");
        let output = child.wait_with_output().expect(name);
        let count = match arguments {
            ["--format", "jsonl"] => ids(&answers).len(),
            ["--format", "html"] => {
                assert!(answers.ends_with("\n</html>\n"), "the page is closed");
                answers.matches("</section>\n").count()
            }
            _ => {
                assert!(answers.ends_with("\n\n"), "{name} ends a text with an empty line");
                answers.lines().filter(|line| line.starts_with('t')).count()
            }
        };
        let whole = format!("whosaid: interrupted after {count} texts, each of them written whole\n");
        assert_eq!((output.status.code(), told(&output)), (Some(130), whole));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    for name in READERS {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
        let mut command = program(name);
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/article.txt")).stdout(full);
        let output = command.stderr(Stdio::piped()).output().expect(name);
        assert!(told(&output).starts_with("whosaid: No space left"), "{output:?}");
        assert_eq!(output.status.code(), Some(1));
    }
}

/// What a command answers to an article.
fn answer(arguments: &[&str]) -> String {
    let mut command = program(arguments[0]);
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(&arguments[1..]);
    let output = command.output().expect("the program");
    assert_eq!((output.status.code(), &*told(&output)), (Some(0), ""), "{arguments:?}");
    answered(&output)
}

#[test]
fn the_table_fits_a_terminal_and_hides_what_is_unsure() {
    let table = answer(&["quotes", "examples/article.txt"]);
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    assert!(table.contains("   25  The oldest passenger    “Swim,”"), "{table}");
    assert!(table.contains("NOT said"), "{table}");
    assert!(table.contains("1 quoted but said by nobody: --all shows them"), "{table}");
    let all = answer(&["quotes", "--all", "examples/article.txt"]);
    assert!(all.contains("“Harbour Lights”") && all.contains("quoted-source-cue"), "{all}");
    let coloured = answer(&["quotes", "--color", "always", "examples/article.txt"]);
    assert!(coloured.contains("\u{1b}[38;5;32m"), "the first speaker has a colour");
}

/// Rows as a spreadsheet reads them.
#[test]
fn rows_have_all_columns() {
    let tabs = answer(&["quotes", "-f", "tsv", "--offsets", "chars", "examples/article.txt"]);
    let columns = |line: &str| line.split('\t').count();
    assert!(tabs.lines().all(|line| columns(line) == 17), "{tabs}");
    let letters: Vec<char> = include_str!("../../examples/article.txt").chars().collect();
    let row: Vec<&str> =
        tabs.lines().find(|line| line.contains("“Swim,”")).expect("a row").split('\t').collect();
    let place = |at: usize| row[at].parse::<usize>().expect("a place");
    assert_eq!(letters[place(3)..place(4)].iter().collect::<String>(), "“Swim,”");
    let commas = answer(&["quotes", "-f", "csv", "examples/article.txt"]);
    assert_eq!(commas.lines().count(), tabs.lines().count());
}

#[test]
fn a_script_has_a_voice_for_each_line() {
    let script = answer(&["quotes", "-f", "script", "examples/chapter.txt"]);
    assert!(script.contains("\nCLARA: “And Mr. Harrow?”"), "{script}");
    let voices = script.lines().skip(1).filter(|line| !line.is_empty());
    assert!(voices.clone().all(|line| line.contains(": ")), "{script}");
    assert!(voices.filter(|line| line.starts_with("NARRATOR: ")).count() > 10);
}

/// Every element that is opened is closed, in order.
#[test]
fn tei_is_well_formed() {
    let tei = answer(&["quotes", "-f", "tei", "examples/article.txt", "examples/chapter.txt"]);
    let mut open = Vec::new();
    for tag in tei.split('<').skip(1).filter_map(|tag| tag.split('>').next()) {
        let name = |tag: &str| tag.split([' ', '/']).next().unwrap_or("").to_owned();
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed.to_owned())),
            None if tag.starts_with('?') || tag.ends_with('/') => {}
            None => open.push(name(tag)),
        }
    }
    assert!(open.is_empty(), "{open:?}");
    for id in tei.split(" who=\"#").skip(1).filter_map(|rest| rest.split(['"', ' ']).next()) {
        assert!(tei.contains(&format!("xml:id=\"{id}\"")), "{id}");
    }
}

#[test]
fn fields_of_the_input_pass_through() {
    let folder = folder("fields");
    let line = r#"{"id":"a","url":"https://x.test/1","text":"“No,” Ana Ruiz said.","quotes":[1],"n":{"k":[1,2.50]}}"#;
    let file = file(&folder, "texts.jsonl", line);
    let path = file.display().to_string();
    let answers = answer(&["quotes", "-f", "jsonl", &path]);
    let start = r#"{"schema":1,"id":"a","url":"https://x.test/1","n":{"k":[1,2.50]},"genre":"news","#;
    assert!(answers.starts_with(start), "{answers}");
    let document: whosaid::Document<'static> =
        serde_json::from_str(&answer(&["quotes", "-f", "jsonl", "--with-text", &path])).expect("a document");
    assert_eq!(document.speaker_name(&document.quotes()[0]), Some("Ana Ruiz"));
}

#[test]
fn folders_and_patterns_are_read() {
    let folder = folder("many");
    fs::create_dir(folder.join("deep")).expect("a folder");
    for name in ["b.txt", "a.txt", "deep/c.md", "d.jpg"] {
        file(&folder, name, "“It rains,” Ana Ruiz said.");
    }
    file(&folder, "e.jsonl", line(0));
    let path = |name: &str| folder.join(name).display().to_string();
    let jsonl = ["quotes", "-f", "jsonl"];
    let found = ids(&answer(&[&jsonl[..], &[&path("")]].concat()));
    let expected = [path("a.txt"), path("b.txt"), path("deep/c.md"), "t0".to_owned()];
    assert_eq!(found, expected);
    assert_eq!(ids(&answer(&[&jsonl[..], &[&path("*.t?t")]].concat())), [path("a.txt"), path("b.txt")]);
}

#[test]
fn mistakes_are_guessed() {
    let output = program("quotes")
        .args(["--input", "jsonl", "examples/article.txt"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("quotes");
    let expected = "whosaid: examples/article.txt, line 1: looks like plain text: leave out --input jsonl\n";
    assert_eq!((output.status.code(), &*told(&output)), (Some(1), expected));
    let folder = folder("guessed");
    let lines = file(&folder, "texts.json", "{\"id\":\"a\",\"text\":\"It rains.\"}\n");
    let output = program("quotes").arg(&lines).output().expect("quotes");
    assert_eq!(output.status.code(), Some(1));
    assert!(told(&output).contains("looks like JSON lines: say --input jsonl"), "{output:?}");
    for input in ["jsonl", "text"] {
        let output =
            program("quotes").args(["--input", input, "-j", "99999"]).arg(&lines).output().expect("quotes");
        assert!(output.status.success(), "{output:?}");
    }
    let output = program("quots").output().expect("the program");
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("'quotes'"), "{output:?}");
}

#[test]
fn speakers_are_counted_over_texts() {
    let csv = answer(&["speakers", "-f", "csv", "examples"]);
    assert!(csv.contains("\"Marta Lindqvist\",person,f,4,47,1,"), "{csv}");
    let json: serde_json::Value =
        serde_json::from_str(&answer(&["speakers", "-f", "json", "examples"])).expect("JSON");
    assert_eq!(json["summary"]["texts"], 2);
    assert!(answer(&["speakers", "--top", "2", "examples"]).lines().count() == 5);
    assert!(answer(&["speakers", "-f", "html", "examples"]).ends_with("</html>\n"));
}

#[test]
fn claims_are_checked() {
    let claim = |claim: &str, by: &str| {
        let arguments = [claim, "--by", by, "-f", "jsonl", "examples/article.txt"];
        let mut command = program("locate");
        let output =
            command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().expect("locate");
        let answer: serde_json::Value = serde_json::from_str(&answered(&output)).expect("JSON");
        (answer["verdict"].as_str().expect("a verdict").to_owned(), output.status.code())
    };
    assert_eq!(claim("There is nothing left to patch.", "Lindqvist"), ("exact".to_owned(), Some(0)));
    assert_eq!(claim("There is nothing left to mend.", "Lindqvist"), ("altered".to_owned(), Some(1)));
    assert_eq!(claim("There is nothing left to patch.", "Okafor"), ("said by another".to_owned(), Some(1)));
    assert_eq!(claim("The harbour is closed to all ships.", "Okafor"), ("absent".to_owned(), Some(1)));
}

#[test]
fn shells_and_readers_are_helped() {
    assert!(answer(&["completions", "bash"]).contains("whosaid"));
    assert!(answer(&["man"]).starts_with(".ie"));
    for command in ["quotes", "speakers", "explain", "sentences", "locate", "evaluate"] {
        assert!(answer(&[command, "--help"]).contains("Usage: whosaid"), "{command}");
    }
}

#[test]
fn words_of_ones_own_are_read_from_a_file() {
    let folder = folder("words");
    let text = file(&folder, "text.txt", "“It rains,” skeeted Ana Ruiz.").display().to_string();
    let words = file(&folder, "words", "[verbs]\nskeet q3 p3").display().to_string();
    let table = answer(&["quotes", "--words", &words, &text]);
    assert!(table.contains("Ana Ruiz"), "{table}");
    let wrong = file(&folder, "wrong", "[verbs]\nskeet q9").display().to_string();
    let output = program("quotes").args(["--words", &wrong, &text]).output().expect("quotes");
    assert!(told(&output).starts_with(&format!("whosaid: {wrong}: words, line 2, [verbs]")), "{output:?}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn pins_without_a_place_are_told_by_every_command() {
    let folder = folder("pins");
    let text = file(&folder, "text.txt", "“Past nine,” said Tom Hill.");
    let cast = file(&folder, "cast.txt", "[pins]\n1..16 | Eve Ray\n");
    for arguments in [&["quotes"][..], &["explain"], &["speakers"], &["locate", "Past nine"]] {
        let output = program(arguments[0])
            .args(&arguments[1..])
            .args(["--genre", "news", "--cast"])
            .args([&cast, &text])
            .output()
            .expect(arguments[0]);
        let problem = format!("whosaid: {}: a pin of the cast at 1..16: cuts a character", text.display());
        assert!(told(&output).starts_with(&problem), "{arguments:?}: {output:?}");
        assert!(!output.status.success());
    }
}
