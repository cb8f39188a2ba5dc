using System.Reflection;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Planning.Rules;
using ProgramReview.Core.Planning.Warnings;
using Xunit;

namespace ProgramReview.Core.Tests;

/// <summary>What is written is in force: a rule, a check or a command that is in no list does nothing, and nobody would notice.</summary>
public sealed class ListTests
{
    [Fact]
    public void Every_rule_of_plans_is_listed() => AllOf<IPlanRule>(PlanRules.All);

    [Fact]
    public void Every_warning_about_plans_is_listed() => AllOf<IWarningRule>(PlanWarnings.All);

    [Fact]
    public void Every_check_of_uploads_is_listed() => AllOf<CheckRule>(Checks.All);

    [Fact]
    public void Every_command_is_listed() =>
        Assert.All(
            typeof(Command)
                .GetNestedTypes()
                .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Command))),
            type =>
                Assert.Contains(
                    type.GetField("Definition", BindingFlags.Static | BindingFlags.NonPublic)
                        ?.GetValue(null),
                    Command.All
                )
        );

    private static void AllOf<T>(IEnumerable<T> listed)
        where T : class =>
        Assert.Equal(
            typeof(T)
                .Assembly.GetTypes()
                .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(T)))
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            listed.Select(one => one.GetType().Name).Order(StringComparer.Ordinal)
        );
}
