namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Something that holds after every cycle, whatever went wrong in it.</summary>
internal interface IInvariant
{
    /// <summary>What holds, in one sentence.</summary>
    string Sentence { get; }

    /// <summary>Whether anything happened in the run that could have broken it; over the others it says nothing.</summary>
    bool HasCase(Evidence evidence);

    /// <summary>Every place where it does not hold, in words.</summary>
    IEnumerable<string> Broken(Evidence evidence);
}
