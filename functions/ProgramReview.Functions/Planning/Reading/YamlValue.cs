namespace ProgramReview.Functions.Planning.Reading;

/// <summary>A part of a YAML file, with the line on which it begins.</summary>
internal abstract record YamlValue(int Line);

/// <summary>A text; <paramref name="Plain"/> if it stands without quotes.</summary>
internal sealed record YamlScalar(int Line, string Text, bool Plain) : YamlValue(Line);

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlValue> Items) : YamlValue(Line);

/// <summary>A map; keys are unique.</summary>
internal sealed record YamlMap(int Line, IReadOnlyDictionary<string, YamlEntry> Entries)
    : YamlValue(Line);

/// <summary>A key of a map with its value.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlValue Value);
