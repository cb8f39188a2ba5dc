namespace ProgramReview.Local.Rehearsal.People;

/// <summary>
/// How units behave. The shares of all assignments that are never sent, sent late, or for which an extension is asked are kept exactly, up
/// to rounding; chance says which they are.
/// </summary>
public sealed record UnitHabits
{
    /// <summary>The share that is never sent.</summary>
    public double Never { get; init; } = 0.02;

    /// <summary>The share that is sent after it was due, where the window allows it.</summary>
    public double Late { get; init; } = 0.09;

    /// <summary>The share for which an extension is asked.</summary>
    public double AsksExtension { get; init; } = 0.03;

    /// <summary>The share for which a wrong file is sent first.</summary>
    public double WrongFirst { get; init; } = 0.03;

    /// <summary>The share whose forms are filled in with faults.</summary>
    public double Careless { get; init; } = 0.1;

    /// <summary>The share of optional parts that are sent too.</summary>
    public double SendsOptional { get; init; } = 0.6;

    /// <summary>When the page is opened first, between the request and the sending.</summary>
    public Stretch Opens { get; init; } = new(0.02, 0.5);

    /// <summary>When the report is sent, between the request and the due instant.</summary>
    public Stretch Sends { get; init; } = new(0.35, 0.95);

    /// <summary>When a late report is sent, between due and close.</summary>
    public Stretch SendsLate { get; init; } = new(0.1, 0.7);

    /// <summary>When a correction is sent, between the request for it and its due instant.</summary>
    public Stretch Corrects { get; init; } = new(0.2, 0.8);

    /// <summary>When what a check found is mended, between the letter about it and the close.</summary>
    public Stretch Mends { get; init; } = new(0.05, 0.4);

    /// <summary>Whether everything is done in office hours, where the window leaves room for it.</summary>
    public bool OfficeHours { get; init; } = true;

    /// <summary>If set, everything is sent so shortly before its instant instead.</summary>
    public TimeSpan? WithinLast { get; init; }
}
