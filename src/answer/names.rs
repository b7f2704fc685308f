//! One name for each member of an enum, in words as in JSON.

/// Gives an enum its list of members, their names, and the ways between the two. What is left out of the type's
/// path is `whosaid::`.
macro_rules! names {
    ($what:literal, $path:literal, $type:ident { $first:ident = $name:literal $(, $member:ident = $other:literal)* $(,)? }) => {
        impl $type {
            /// All of them, in the order in which they are explained.
            #[doc = concat!(
                "\n\n```\nuse whosaid::", $path, ";\n",
                "assert!(", stringify!($type), "::ALL.contains(&", stringify!($type), "::", stringify!($first), "));\n```"
            )]
            pub const ALL: &'static [Self] = &[Self::$first $(, Self::$member)*];

            /// Its name, which JSON has too, and from which it can be parsed.
            #[doc = concat!(
                "\n\n```\nuse whosaid::", $path, ";\n",
                "assert_eq!(", stringify!($type), "::", stringify!($first), ".as_str(), \"", $name, "\");\n",
                "assert_eq!(\"", $name, "\".parse(), Ok(", stringify!($type), "::", stringify!($first), "));\n```"
            )]
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    Self::$first => $name,
                    $(Self::$member => $other,)*
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::answer::error::Error;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                let found = Self::ALL.iter().find(|member| member.as_str() == name);
                found.copied().ok_or_else(|| {
                    let known = [$name $(, $other)*];
                    $crate::answer::error::Error::unknown_name($what, name, &known)
                })
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                name.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use names;
