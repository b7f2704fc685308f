//! The page in a real browser, where there is one: what it shows, its keys, its contrast, its size on paper and phone.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use whosaid::{Attributor, Genre, page};

const ARTICLE: &str = include_str!("../../examples/article.txt");
const CHAPTER: &str = include_str!("../../examples/chapter.txt");

/// A browser that runs without a window; says so where there is none.
fn browser() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    let found =
        folders.iter().flat_map(|folder| names.map(|name| folder.join(name))).find(|path| path.is_file());
    if found.is_none() {
        eprintln!("skipped: no browser is here; install chromium to test the page");
    }
    found
}

/// A page of these texts with a script at its end.
fn written(name: &str, texts: &[(&str, &str, Genre)], script: &str) -> PathBuf {
    let mut html = page::head("Test");
    for (id, text, genre) in texts {
        let attributor = Attributor::builder().genre(*genre).build();
        html += &page::section(id, &attributor.attribute(text));
    }
    html += page::FOOT;
    html += script;
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.html"));
    fs::write(&path, html).expect("a page");
    path
}

fn run(browser: &Path, arguments: &[&str], page: &Path) -> String {
    let profile = page.with_extension("profile");
    let mut command = Command::new(browser);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000"]);
    command.arg(format!("--user-data-dir={}", profile.display())).args(arguments);
    command.arg(format!("file://{}", page.display())).stderr(Stdio::null());
    String::from_utf8_lossy(&command.output().expect("the browser").stdout).into_owned()
}

/// What a script writes into the page, a line each; it has `say(…)`, `press(key)` and `all(selector)`.
fn told(name: &str, texts: &[(&str, &str, Genre)], script: &str) -> Option<Vec<String>> {
    let browser = browser()?;
    let script = format!(
        "<script>const told = document.createElement('output'); told.id = 'told'; document.body.append(told);\n\
         const say = (...words) => told.append(words.join(' ') + '\\n');\n\
         const press = key => document.dispatchEvent(new KeyboardEvent('keydown', {{ key, bubbles: true }}));\n\
         const all = what => [...document.querySelectorAll(what)];\n\
         try {{ {script} }} catch (error) {{ say('error', error); }}</script>"
    );
    let shown = run(&browser, &["--dump-dom"], &written(name, texts, &script));
    let lines = shown.split("<output id=\"told\">").nth(1).and_then(|rest| rest.split("</output>").next());
    Some(lines.expect("what the script told").trim().lines().map(str::to_owned).collect())
}

#[test]
fn the_page_comes_alive() {
    let script = "
        say(all('main > section').length, all('nav a[href^=\"#t\"]').length);
        say(all('q[tabindex]').every(q => q.id && q.getAttribute('aria-label')));
        press('j'); say(document.activeElement.id, document.getElementById('card').hidden);
        press('j'); press('j'); press('k'); say(document.activeElement.id, location.hash);
        say(document.getElementById('card').textContent.includes('% sure'));
        press('Escape'); say(document.getElementById('card').hidden);
        const button = all('.who button')[1]; button.click();
        say(button.getAttribute('aria-pressed'), all('q.me').length > 0);
        say(all('section.solo').length);
        press('Escape'); say(all('section.solo').length, all('q.me').length);
        press('n'); say(document.body.classList.contains('plain'));
    ";
    let texts = [("article <1>", ARTICLE, Genre::News), ("chapter", CHAPTER, Genre::Fiction)];
    let Some(told) = told("alive", &texts, script) else { return };
    let expected = ["2 2", "true", "q1 false", "q2 #q2", "true", "true", "true true", "1", "0 0", "true"];
    assert_eq!(told, expected);
}

/// Words on their colours, in light and dark: WCAG asks for 4.5 to 1.
#[test]
fn words_stand_out_from_their_colours() {
    let script = "
        const light = rgb => rgb.map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
        const rgb = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
        const least = () => Math.min(...all('main q').filter(q => !q.classList.contains('i')).map(q => {
            const style = getComputedStyle(q);
            const [a, b] = [light(rgb(style.color)), light(rgb(style.backgroundColor))].sort((a, b) => b - a);
            return (a + .05) / (b + .05);
        }));
        const colours = new Set(all('main q:not(.i)').map(q => getComputedStyle(q).backgroundColor));
        say(least() >= 4.5, colours.size >= 4);
    ";
    for (name, scheme) in [("light", "light"), ("dark", "dark")] {
        // the scheme of the reader, set by hand
        let script = format!(
            "if ('{scheme}' === 'dark') for (const sheet of document.styleSheets) for (const rule of [...sheet.cssRules])
                if (rule.media) sheet.insertRule(rule.cssRules[0].cssText, sheet.cssRules.length);
             {script}"
        );
        let Some(told) = told(name, &[("a", ARTICLE, Genre::News)], &script) else { return };
        assert_eq!(told, ["true true"], "{name}");
    }
}

#[test]
fn nothing_in_a_text_becomes_markup() {
    let text = "“<img src=x onerror=document.title='hurt'></script><b>No</b>,” said Ana </pre> Ruiz & Co. “]]>\\u003c”";
    let script = "say(all('main img, main b:not(.who b)').length, document.title);";
    let Some(told) = told("markup", &[("<i>id</i>", text, Genre::News)], script) else { return };
    assert_eq!(told, ["0 Test"]);
}

#[test]
fn the_page_fits_a_phone_and_paper() {
    let Some(browser) = browser() else { return };
    let script = "<script>document.title = document.documentElement.scrollWidth <= innerWidth ? 'fits' : 'wide';</script>";
    let page = written("phone", &[("a", ARTICLE, Genre::News)], script);
    let shown = run(&browser, &["--window-size=390,800", "--dump-dom"], &page);
    assert!(shown.contains("<title>fits</title>"));
    let picture = page.with_extension("png");
    run(&browser, &["--window-size=1200,900", &format!("--screenshot={}", picture.display())], &page);
    let bytes = fs::read(&picture).expect("a picture");
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (1200, 900));
    // a page without anything on it is a picture of a few thousand bytes
    assert!(bytes.len() > 40_000, "{} bytes", bytes.len());
    let paper = page.with_extension("pdf");
    run(&browser, &[&format!("--print-to-pdf={}", paper.display())], &page);
    assert!(fs::metadata(&paper).expect("a PDF").len() > 10_000);
}

#[test]
fn the_page_is_little_longer_than_the_text() {
    let text = CHAPTER.repeat(200);
    let attributor = Attributor::builder().genre(Genre::Fiction).build();
    let section = page::section("novel", &attributor.attribute(&text));
    let page = page::head("Novel").len() + section.len() + page::FOOT.len();
    // every second line of the chapter is speech, which no novel is
    assert!(page * 10 < text.len() * 21, "{page} bytes for {}", text.len());
}
