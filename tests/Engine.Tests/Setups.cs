using System.Collections;

namespace ProgramReview.Engine.Tests;

/// <summary>Every way to set up an engine.</summary>
public sealed class Setups : IEnumerable<object[]>
{
    public IEnumerator<object[]> GetEnumerator() =>
        Enum.GetValues<Setup>().Select(setup => new object[] { setup }).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
