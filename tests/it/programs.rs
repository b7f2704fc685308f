//! The example programs as a user runs them: what they cannot read they name, and go on; whoever stops
//! reading or interrupts them finds whole answers and no noise.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::sync::OnceLock;
use std::thread;

/// Those that read any number of texts.
const READERS: [&str; 3] = ["quotes", "sentences", "explain"];

/// An example program. `cargo test` has built them all, `cargo test --test it` has not.
fn program(name: &str) -> Command {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        // target/PROFILE/deps/it-HASH
        let own = env::current_exe().expect("the path of this test");
        let target = own.ancestors().nth(2).expect("a folder for the profile");
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.current_dir(env!("CARGO_MANIFEST_DIR")).args(["build", "--quiet", "--offline", "--examples"]);
        if target.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().expect("cargo").success(), "the example programs do not build");
        target.join("examples")
    });
    let mut command = Command::new(folder.join(name).with_extension(env::consts::EXE_EXTENSION));
    command.env_remove("RUST_BACKTRACE").env("NO_COLOR", "1");
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
    let latin = file(&folder, "latin.txt", b"The caf\xe9 is shut.");
    let good = file(&folder, "good.txt", "“It rains,” Ana Ruiz said.");
    for name in READERS {
        let output = program(name).args([&missing, &folder, &latin, &good]).output().expect(name);
        let told = told(&output);
        let told: Vec<&str> = told.lines().collect();
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(told[0].starts_with(&format!("{name}: {}: ", missing.display())), "{told:?}");
        assert_eq!(told[1], format!("{name}: {}: is a directory; name the files in it", folder.display()));
        assert_eq!(told[2], format!("{name}: {}: is not UTF-8: see byte 7", latin.display()));
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
            assert!(told.starts_with(&format!("{name}: {}, line {number}: ", file.display())), "{told}");
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
    assert!(told(&output).starts_with(&format!("evaluate: {}, line 1: ", file.display())), "{output:?}");
    assert!(answered(&output).contains("of 1"), "{output:?}");
    assert_eq!(output.status.code(), Some(1));
    let output = program("evaluate").arg(folder.join("missing")).output().expect("evaluate");
    assert!(told(&output).starts_with("evaluate: "), "{output:?}");
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
                answers.matches("</section>").count()
            }
            _ => {
                assert!(answers.ends_with("\n\n"), "{name} ends a text with an empty line");
                answers.lines().filter(|line| line.starts_with('t')).count()
            }
        };
        let whole = format!("{name}: interrupted after {count} texts, each of them written whole\n");
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
        assert!(told(&output).starts_with(&format!("{name}: No space left")), "{output:?}");
        assert_eq!(output.status.code(), Some(1));
    }
}
