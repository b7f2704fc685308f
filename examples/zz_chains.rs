use std::io::BufRead;
use serde_json::{Value, json};
fn main() {
    let file = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(file).unwrap();
    let attributor = whosaid::Attributor::new();
    for line in text.as_bytes().lines() {
        let value: Value = serde_json::from_str(&line.unwrap()).unwrap();
        let text = value["text"].as_str().unwrap();
        let gold = std::env::var("GOLD").is_ok();
        let span = |v: &Value| whosaid::Span::new(v[0].as_u64().unwrap() as usize, v[1].as_u64().unwrap() as usize);
        let ends = |v: &Value| { let v = v.as_array().unwrap(); whosaid::Span::new(span(&v[0]).start(), span(&v[v.len()-1]).end()) };
        let given: Vec<_> = if gold { value["quotes"].as_array().unwrap().iter().filter(|q| !q["source"].as_array().unwrap().is_empty())
            .map(|q| (ends(&q["source"]), ends(&q["content"]))).collect() } else { Vec::new() };
        let document = if gold { attributor.identify(text, &given) } else { attributor.attribute(text) };
        let quotes: Vec<Value> = document.quotes().iter().map(|q| json!({
            "kind": format!("{:?}", q.kind()).to_lowercase(),
            "content": q.content().iter().map(|s| [s.start(), s.end()]).collect::<Vec<_>>(),
            "source": q.source().map(|s| [s.span().start(), s.span().end()]),
            "cue": q.cue().map(|s| [s.start(), s.end()]),
            "speaker": document.speaker_name(q), "named": document.speakers(q).next().map(|e| e.is_named()),
            "reason": q.speaker_reason(), "sconf": q.speaker_confidence(), "rule": q.rule().name(),
            "alt": q.alternatives().first().and_then(|a| a.speakers().first().and_then(|e| document.entity(*e))).map(|e| e.name()),
            "ekind": document.speakers(q).next().map(|e| format!("{:?} {:?}", e.kind(), e.gender())),
            "joint": document.speakers(q).count(),
        })).collect();
        let entities: Vec<Value> = document.entities().iter().map(|e| json!({"name": e.name(), "aliases": e.aliases(), "kind": format!("{:?}", e.kind()), "gender": format!("{:?}", e.gender()), "n": e.mentions().len(), "named": e.is_named()})).collect();
        println!("{}", json!({"id": value["id"], "quotes": quotes, "entities": entities}));
    }
}
