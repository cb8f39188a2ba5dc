namespace ProgramReview.Local.Simulation.Oracles;

/// <summary>What a file really holds.</summary>
internal enum UploadContent
{
    /// <summary>Nothing that any rule minds.</summary>
    Plain,

    /// <summary>Something that is asked about.</summary>
    Asked,

    /// <summary>Something that keeps it from counting.</summary>
    Bad,

    /// <summary>Malware; where nobody scans, something that no rule minds.</summary>
    Infected,

    /// <summary>Bytes that end whatever process reads them.</summary>
    Kills,
}
