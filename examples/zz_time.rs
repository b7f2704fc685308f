use std::io::BufRead;
fn main() {
    let text = std::fs::read_to_string("/work/shared/corpora/polnear/train.jsonl").unwrap();
    let docs: Vec<String> = text
        .as_bytes()
        .lines()
        .map(|l| {
            serde_json::from_str::<serde_json::Value>(&l.unwrap()).unwrap()["text"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let attributor = whosaid::Attributor::new();
    let bytes: usize = docs.iter().map(String::len).sum();
    let mut best = f64::MAX;
    for _ in 0..7 {
        let t = std::time::Instant::now();
        let mut n = 0;
        for d in &docs {
            n += attributor.attribute(d).quotes().len();
        }
        best = best.min(t.elapsed().as_secs_f64());
        std::hint::black_box(n);
    }
    println!(
        "{:.1} ms, {:.1} MB/s, {:.2} ns/byte",
        best * 1e3,
        bytes as f64 / best / 1e6,
        best * 1e9 / bytes as f64
    );
    let names = |n: usize, one: bool| -> String {
        (0..n)
            .map(|i| {
                let f = |mut i: usize| {
                    let mut s = String::from("B");
                    for _ in 0..5 {
                        s.push((b'a' + (i % 26) as u8) as char);
                        i /= 26;
                    }
                    s
                };
                if one {
                    format!("{} Zorbat said it rained. ", f(i))
                } else {
                    format!("{} {} said it rained. ", f(i), f(i * 7 + 3))
                }
            })
            .collect()
    };
    for (n, one) in [
        (10_000, false),
        (100_000, false),
        (1_000_000, false),
        (1_000, true),
        (10_000, true),
        (100_000, true),
    ] {
        let t = names(n, one);
        let s = std::time::Instant::now();
        let d = attributor.attribute(&t);
        let e = s.elapsed().as_secs_f64();
        println!("{n} {one}: {:.0} ns a name, {} entities", e * 1e9 / n as f64, d.entities().len());
    }
}
