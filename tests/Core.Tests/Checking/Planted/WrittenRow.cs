namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>A row of an annex as somebody filled it in.</summary>
internal sealed class WrittenRow(string code, string name, string unit)
{
    public string Code { get; set; } = code;

    public string Name { get; set; } = name;

    public string Unit { get; set; } = unit;

    /// <summary>By the codes of periods; a cell without anything is not in it.</summary>
    public Dictionary<string, WrittenCell> Values { get; init; } = [];

    public HashSet<string> Preliminary { get; } = [];

    public string? Reason { get; set; }

    public WrittenRow Copy() => new(Code, Name, Unit) { Values = new(Values) };
}
