//! Prints the named entities of an article: type, confidence and text, one a
//! line. Usage: tag FILE
//!
//!     cargo run -- ../article.txt

use std::env;
use std::error::Error;
use std::fs;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().collect();
    let [_, path] = &arguments[..] else {
        eprintln!("usage: tag FILE");
        return ExitCode::from(2);
    };
    match print_entities(path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn print_entities(path: &str) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(path)?;
    let document = onym::Tagger::open_default()?.tag(&text)?;
    for entity in document.entities() {
        let (name, confidence) = (entity.type_name, entity.confidence);
        println!("{name}\t{confidence:.2}\t{}", &text[entity.range()]);
    }
    Ok(())
}
