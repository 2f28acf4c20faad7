"""Characters of formulas and their LaTeX commands (names as in the unicode-math package)."""

from __future__ import annotations

_GREEK = """α alpha β beta γ gamma δ delta ϵ epsilon ε varepsilon ζ zeta η eta θ theta ϑ vartheta ι iota
κ kappa λ lambda μ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau υ upsilon ϕ phi φ varphi
χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon Φ Phi Ψ Psi Ω Omega"""

_OPERATORS = """∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋃ bigcup ⋂ bigcap ⨁ bigoplus ⨂ bigotimes
⋁ bigvee ⋀ bigwedge ± pm ∓ mp × times ÷ div ⋅ cdot · cdot ∗ ast ⋆ star ∘ circ • bullet ⊕ oplus ⊖ ominus
⊗ otimes ⊘ oslash ⊙ odot † dagger ‡ ddagger ∧ wedge ∨ vee ∩ cap ∪ cup ∖ setminus ⊎ uplus ⊓ sqcap ⊔ sqcup
≤ leq ≥ geq ≪ ll ≫ gg ≠ neq ≡ equiv ≢ not\\equiv ∼ sim ≃ simeq ≅ cong ≈ approx ≍ asymp ≐ doteq ∝ propto
≺ prec ≻ succ ⪯ preceq ⪰ succeq ⊂ subset ⊃ supset ⊆ subseteq ⊇ supseteq ⊄ not\\subset ⊊ subsetneq
⊏ sqsubset ⊑ sqsubseteq ∈ in ∋ ni ∉ notin ⊢ vdash ⊣ dashv ⊨ models ⊥ perp ∣ mid ∥ parallel ∤ nmid
⊲ triangleleft ⊳ triangleright ≜ triangleq ≔ coloneqq ⩽ leqslant ⩾ geqslant
← leftarrow → rightarrow ↔ leftrightarrow ⇐ Leftarrow ⇒ Rightarrow ⇔ Leftrightarrow ↑ uparrow ↓ downarrow
↦ mapsto ⟶ longrightarrow ⟵ longleftarrow ⟹ implies ⟺ iff ↪ hookrightarrow ⇀ rightharpoonup
⇌ rightleftharpoons ↗ nearrow ↘ searrow ⟨ langle ⟩ rangle 〈 langle 〉 rangle ⌈ lceil ⌉ rceil ⌊ lfloor
⌋ rfloor ‖ Vert ∞ infty ∂ partial ∇ nabla ∀ forall ∃ exists ∄ nexists ¬ neg ∅ emptyset ∠ angle △ triangle
□ square ◻ square ⋄ diamond ♯ sharp ♭ flat ♮ natural ℏ hbar ℓ ell ℘ wp ℜ Re ℑ Im ℵ aleph ı imath ȷ jmath
… ldots ⋯ cdots ⋮ vdots ⋱ ddots ∴ therefore ∵ because ′ prime √ surd ° degree"""

_LETTERS = """ℝ mathbb{R} ℕ mathbb{N} ℤ mathbb{Z} ℚ mathbb{Q} ℂ mathbb{C} ℙ mathbb{P} ℍ mathbb{H} ℒ mathcal{L}
ℱ mathcal{F} ℋ mathcal{H} ℬ mathcal{B} ℰ mathcal{E} ℐ mathcal{I} ℳ mathcal{M} ℛ mathcal{R} 𝟙 mathbb{1}"""


def _table(*lists: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for words in lists:
        pairs = words.split()
        table |= {char: "\\" + name for char, name in zip(pairs[::2], pairs[1::2], strict=True)}
    return table


COMMANDS = _table(_GREEK, _OPERATORS, _LETTERS) | {
    "−": "-",
    "\u2061": "",  # function application
    "\u2062": "",  # invisible times
    "\u2063": "",  # invisible comma
    "\u2064": "",  # invisible plus
    "\u200b": "",
    "\u00a0": "\\ ",
    "\u2003": "\\quad ",
    "\u2009": "\\,",
    "\u200a": "\\,",
    "{": "\\{",
    "}": "\\}",
    "#": "\\#",
    "%": "\\%",
    "&": "\\&",
    "$": "\\$",
    "_": "\\_",
    "\\": "\\backslash ",
    "~": "\\sim ",
}

#: Accents, by the sign that MathML sets over or under something.
ACCENTS = {
    "^": "hat", "ˆ": "hat", "̂": "hat", "¯": "bar", "‾": "overline", "ˉ": "bar", "̄": "bar", "→": "vec",
    "⃗": "vec", "˙": "dot", "̇": "dot", ".": "dot", "¨": "ddot", "̈": "ddot", "~": "tilde", "˜": "tilde",
    "̃": "tilde", "ˇ": "check", "˘": "breve", "´": "acute", "`": "grave", "⏞": "overbrace", "⏟": "underbrace",
    "_": "underline", "̲": "underline",
}  # fmt: skip

#: Names that LaTeX sets upright with a command of their own.
FUNCTIONS = frozenset(
    """arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln
    log max min Pr sec sin sinh sup tan tanh""".split()
)
